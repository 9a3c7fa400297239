namespace Entente.Cli.Tests;

/// <summary>A test that mounts a file system of its own, and is skipped where the system lets no user do so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> CanMount = new(() =>
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("entente-mount-");
        try
        {
            using System.Diagnostics.Process process = EntenteProcess.Start("bash", ["-c", "mkdir try && exec unshare -rm mount -t tmpfs none try"], folder.FullName);
            process.StandardInput.Close();
            return EntenteProcess.Finish(process).ExitCode == 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    public MountFactAttribute() => Skip = CanMount.Value ? null : "this system lets a user mount nothing";
}

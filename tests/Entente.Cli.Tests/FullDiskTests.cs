using System.Text;
using Entente.Archives;

namespace Entente.Cli.Tests;

/// <summary>Writing where there is no more room, in a program of its own: a small file system, and a limit on the length of files.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Before = 50, After = 20_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-full-");

    public void Dispose() => _folder.Delete(recursive: true);

    [MountFact]
    public void What_was_there_is_kept_on_a_full_disk_and_the_same_import_adds_the_rest_when_there_is_room() => Stops("mkdir disk && exec unshare -rm bash -c 'mount -t tmpfs -o size=1m none disk && cp a.db disk && entente --archive disk/a.db; code=$?; cp disk/* . ; exit $code'", "full");

    // The runtime maps its own code by way of a long file, but for the switch.
    [Fact]
    public void What_was_there_is_kept_where_a_file_may_grow_no_longer_and_the_same_import_adds_the_rest_when_it_may() => Stops("trap '' XFSZ; ulimit -f 1000; DOTNET_EnableWriteXorExecute=0 entente --archive a.db", "longer than allowed");

    private void Stops(string limited, string reason)
    {
        Write("first.csv", 0, Before);
        Write("second.csv", Before, After);
        string import = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll")}' import transfers";
        EntenteProcess.Result first = Shell($"{import} first.csv --archive a.db");
        Assert.True(first.ExitCode == 0, first.Errors);

        EntenteProcess.Result full = Shell($"entente() {{ {import} second.csv \"$@\"; }}; export -f entente; {limited}");

        Assert.Equal(1, full.ExitCode);
        Assert.Contains(reason, full.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", full.Errors, StringComparison.Ordinal);
        Assert.Equal(Before, Transfers("first"));
        EntenteProcess.Result again = Shell($"{import} second.csv --archive a.db");
        Assert.True(again.ExitCode == 0, again.Errors);
        Assert.Equal((Before, After), (Transfers("first"), Transfers("second")));
    }

    private static EntenteProcess.Result Finish(System.Diagnostics.Process process)
    {
        process.StandardInput.Close();
        return EntenteProcess.Finish(process);
    }

    private EntenteProcess.Result Shell(string line)
    {
        using System.Diagnostics.Process process = EntenteProcess.Start("bash", ["-c", line], _folder.FullName);
        return Finish(process);
    }

    private int Transfers(string source)
    {
        using var archive = new ArchiveStore(Path.Combine(_folder.FullName, "a.db"));
        return archive.Transfers([source]).Count;
    }

    private void Write(string name, int from, int count)
    {
        var text = new StringBuilder("supplier,client,year,value,designation\n");
        for (int i = from; i < from + count; i++)
        {
            text.Append("Russia,Chad,2020,1,").Append("a thing of its own with a long name number ").Append(i).Append('\n');
        }

        File.WriteAllText(Path.Combine(_folder.FullName, name), text.ToString());
    }
}

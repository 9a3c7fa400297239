using Entente.Archive;
using Entente.Archive.Stories;

namespace Entente.Archives;

/// <summary>Opens archives for questions.</summary>
public static class StoryArchive
{
    /// <summary>Opens an archive that is there; in one of an earlier version the stories of its documents are found first, once.</summary>
    /// <exception cref="ArchiveException">It is not there, is no archive, or is one of a newer version.</exception>
    public static ArchiveFile Open(string path)
    {
        ArchiveFile archive = ArchiveFile.Open(path);
        try
        {
            StorySettler.Settle(archive, new StoryRule());
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Entente.Testing;

namespace Entente.Cli.Tests;

/// <summary>The verbs over an archive, by the real program; killed for real.</summary>
public sealed class ArchiveProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-archive-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Articles_are_added_once_and_their_events_found_and_explained()
    {
        File.WriteAllText(In("in.jsonl"), Lines(40));

        EntenteProcess.Result first = Run("add", "in.jsonl", "--archive", "a.db"), second = Run("add", "in.jsonl", "--archive", "a.db");

        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("40 articles added", first.Errors, StringComparison.Ordinal);
        Assert.Contains("0 articles added, 0 records; 40 were there", second.Errors, StringComparison.Ordinal);
        EntenteProcess.Result found = Run("events", "--archive", "a.db", "--pair", "Chad", "NER", "--text", "number7", "--csv");
        string[] rows = found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(rows.Length >= 2, found.Output + found.Errors);
        EntenteProcess.Result explained = Run("explain", rows[1].Split(',')[0], "--archive", "a.db");
        Assert.Contains("**signed**", explained.Output, StringComparison.Ordinal);
        Assert.Contains("+ fired", explained.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("condemned", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_threads_does_not_show_in_the_archive()
    {
        File.WriteAllText(In("in.jsonl"), Lines(300));

        Run("add", "in.jsonl", "--archive", "one.db", "--threads", "1");
        Run("add", "in.jsonl", "--archive", "five.db", "--threads", "5");

        string one = Events("one.db");
        Assert.True(one.Length > 1000);
        Assert.Equal(one, Events("five.db"));
    }

    /// <summary>Killed at moments from the first to the last, the archive opens, holds whole records, and the same command adds what is missing.</summary>
    [Fact]
    public void Killed_at_any_moment_nothing_is_lost_but_the_batch_in_hand()
    {
        const int articles = 3000, kills = 8;
        File.WriteAllText(In("in.jsonl"), Lines(articles));
        Run("add", "in.jsonl", "--archive", "whole.db", "--threads", "2");
        long before = 0;
        int killed = 0;
        for (int i = 0; i < kills; i++)
        {
            using Process process = EntenteProcess.Start(Path.Combine(Repository.Root, "entente"), ["add", "in.jsonl", "--archive", "killed.db", "--threads", "2"], _folder.FullName);
            killed += KillOnceItWrites(process, i) ? 1 : 0;
            long now = Documents("killed.db");
            Assert.True(now >= before, $"{now} documents after {before}");
            before = now;
        }

        Assert.True(killed >= 3, $"only {killed} were caught at work");
        EntenteProcess.Result last = Run("add", "in.jsonl", "--archive", "killed.db");

        Assert.True(last.ExitCode == 0, last.Errors);
        Assert.Equal(articles, Documents("killed.db"));
        Assert.Equal(Events("whole.db"), Events("killed.db"));
        Assert.Contains($"0 articles added, 0 records; {articles.ToString("N0", CultureInfo.InvariantCulture)} were there", Run("add", "in.jsonl", "--archive", "killed.db").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_kept_and_counts()
    {
        File.WriteAllText(In("in.jsonl"), Lines(1));
        Run("add", "in.jsonl", "--archive", "a.db");
        string id = Run("events", "--archive", "a.db", "--pair", "TCD", "NER", "--csv").Output.Split('\n')[1].Split(',')[0];

        EntenteProcess.Result decided = Run("review", "correct", id, "--type", "consult", "--by", "analyst", "--archive", "a.db");

        Assert.True(decided.ExitCode == 0, decided.Errors);
        string corrected = Run("events", "--archive", "a.db", "--pair", "TCD", "NER", "--csv").Output;
        Assert.Contains($"{id}/r1,entente,", corrected, StringComparison.Ordinal);
        Assert.Contains("CONSULT", corrected, StringComparison.Ordinal);
        Assert.Contains($"{id},corrected,{id}/r1,analyst", Run("review", "list", "--archive", "a.db", "--csv").Output, StringComparison.Ordinal);
        Assert.Equal(1, Run("review", "reject", "0000000000000000", "--archive", "a.db").ExitCode);
    }

    [Fact]
    public void What_is_no_archive_is_told_in_words()
    {
        File.WriteAllText(In("words.db"), "these are words, and more of them, so that the file is long enough to be looked at as a database");

        EntenteProcess.Result words = Run("events", "--archive", "words.db"), none = Run("events", "--archive", "none.db");

        Assert.Equal((2, 2), (words.ExitCode, none.ExitCode));
        Assert.Contains("is no archive", words.Errors, StringComparison.Ordinal);
        Assert.Contains("there is no archive 'none.db'", none.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(In("none.db")));
    }

    private static string Lines(int count)
    {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{i}\",\"date\":\"2024-05-{1 + (i % 28):00}\",\"text\":\"Report number{i}. Chad and Niger signed a defence agreement on Tuesday. Iran's foreign minister condemned the attack on Lebanon.\"}}\n");
        }

        return lines.ToString();
    }

    /// <summary>Waits until the archive has grown for a while, then sends SIGKILL.</summary>
    private bool KillOnceItWrites(Process process, int round)
    {
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        string wal = In("killed.db-wal");
        long start = File.Exists(wal) ? new FileInfo(wal).Length : 0;
        DateTime deadline = DateTime.UtcNow.AddSeconds(60);
        while (!process.HasExited && DateTime.UtcNow < deadline && (!File.Exists(wal) || new FileInfo(wal).Length <= start))
        {
            Thread.Sleep(1);
        }

        Thread.Sleep(round * 23);
        bool caught = !process.HasExited;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        _ = (output.Result, errors.Result);
        return caught;
    }

    private long Documents(string archive) => !File.Exists(In(archive)) ? 0 : Run("events", "--archive", archive, "--mentions", "--csv").Output.Split('\n').Count(line => line.Contains(",SUPPORT,", StringComparison.Ordinal));

    private string Events(string archive) => Run("events", "--archive", archive, "--mentions", "--json", "--all-statuses").Output;

    private EntenteProcess.Result Run(params string[] args) => EntenteProcess.Run(_folder.FullName, "", args);

    private string In(string name) => Path.Combine(_folder.FullName, name);
}

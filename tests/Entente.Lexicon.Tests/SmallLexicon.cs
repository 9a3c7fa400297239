using Entente.Lexicon.Compiling;
using Entente.Records;

namespace Entente.Lexicon.Tests;

/// <summary>A lexicon folder of a few rows, written for one test and removed after it.</summary>
internal sealed class SmallLexicon : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "entente-lexicon-" + Guid.NewGuid().ToString("N"));

    public SmallLexicon()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "actors"));
        Directory.CreateDirectory(Path.Combine(_folder, "frames"));
        Write("SOURCES.md", "| key | what |\n|---|---|\n| `record` | the public record |\n");
        Write("common-words.txt", "may\nwho\n");
        Table("states.tsv", "code name aliases adjectives demonyms capital seats from to precision source",
            "RUS;Russia;Russian Federation|Россия;Russian;Russian|Russians;Moscow;Kremlin|the Kremlin;;;none;record",
            "USA;United States;US|U.S.|America;American;Americans;Washington;White House;;;none;record",
            "GBR;United Kingdom;UK|Britain;British;Britons;London;Downing Street;;;none;record",
            "GNB;Guinea-Bissau;;;;Bissau;;;;none;record",
            "GIN;Guinea;;Guinean;Guineans;Conakry;;;;none;record",
            "TUR;Turkey;Türkiye;Turkish;Turk|Turks;Ankara;;;;none;record",
            "CHN;China;People's Republic of China;Chinese;Chinese;Beijing;;;;none;record",
            "CIV;Ivory Coast;Côte d'Ivoire;Ivorian;Ivorians;Yamoussoukro;;;;none;record");
        Table("actors/some.tsv", ActorColumns,
            "may-theresa;Theresa May;person;GBR GOV;Prime Minister;2016-07-13;2019-07-24;day;;record",
            "erdogan-recep;Recep Tayyip Erdoğan;person;TUR GOV;Prime Minister;2003-03-14;2014-08-28;day;;record",
            "erdogan-recep;;;TUR GOV;President;2014-08-28;;day;;record",
            "xi-jinping;Xi Jinping;person;CHN GOV;President;2013-03-14;;day;=Xi;record",
            "shoigu-sergei;Sergei Shoigu;person;RUS GOV MIL;Minister of Defence;2012-11-06;2024-05-12;day;;record",
            "shoigu-sergei;;;RUS GOV;Secretary of the Security Council;2024-05-12;;day;;record",
            "al-qaeda;Al-Qaeda;armed-group;IMG REB;;;;none;al Qaida;record",
            "who;World Health Organization;body;IGO MED;;;;none;WHO;record",
            "nato;North Atlantic Treaty Organization;body;IGO MIL;;;;none;NATO;record");
    }

    public const string ActorColumns = "id name kind code role from to precision aliases source";

    /// <summary>The folder.</summary>
    public string Folder => _folder;

    /// <summary>Writes a file of the folder.</summary>
    public SmallLexicon Write(string path, string text)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Writes a table: cells apart by <c>;</c> instead of tabs.</summary>
    public SmallLexicon Table(string path, string columns, params string[] rows) =>
        Write(path, columns.Replace(' ', '\t') + "\n" + string.Concat(rows.Select(row => row.Replace(';', '\t') + "\n")));

    /// <summary>Adds rows to a table.</summary>
    public SmallLexicon Add(string path, params string[] rows)
    {
        File.AppendAllText(Path.Combine(_folder, path), string.Concat(rows.Select(row => row.Replace(';', '\t') + "\n")));
        return this;
    }

    /// <summary>Loads it; all of it has to hold.</summary>
    public WorldLexicon Load()
    {
        var problems = new List<Diagnostic>();
        WorldLexicon lexicon = WorldLexicon.Load(_folder, problems);
        Assert.Empty(problems);
        return lexicon;
    }

    /// <summary>Checks it; expects one problem.</summary>
    public Diagnostic CheckOne() => Assert.Single(LexiconCheck.Run(_folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

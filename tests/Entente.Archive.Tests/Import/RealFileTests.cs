using Entente.Archive.Exchange;
using Entente.Archive.Import.Icews;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Tests.Import;

/// <summary>Facts about real files, where they are present.</summary>
public class RealFileTests
{
    [Fact]
    public void The_icews_sample_gives_its_3705_events_with_one_intensity_for_each_of_122_codes()
    {
        if (Importing.Shared("icews.2018-06.sample.tab") is not { } path)
        {
            return;
        }

        var importing = new Importing();
        using FileStream file = File.OpenRead(path);
        List<ExchangeEvent> events = importing.Read(new IcewsReader(), file);

        Assert.Empty(importing.Problems);
        Assert.Equal(3705, events.Count);
        Assert.Equal(3705, importing.Log.Rows);
        Assert.Empty(importing.Log.Notes);
        var byCode = events.GroupBy(e => e.Cameo!).ToDictionary(g => g.Key, g => g.Select(e => e.Goldstein).Distinct().ToArray());
        Assert.Equal(122, byCode.Count);
        Assert.All(byCode, code =>
        {
            Assert.True(CameoTable.Default.TryGet(code.Key, out CameoMeaning? meaning));
            Assert.Equal([meaning.Goldstein], code.Value.Select(v => v!.Value));
        });
        Assert.Contains(events, e => e.Actors is [{ Code.Text: "BGD GOV" }] && e.Type == PloverType.Consult && e.Place?.Name == "Hanoi" && e.Sentence == 1);
        Assert.DoesNotContain(events, e => e.Place is { Resolution: 1, Latitude: not null });
    }
}

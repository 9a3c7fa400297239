using Entente.Archive.Exchange;
using Entente.Archive.Import.Dcad;
using Entente.Archive.Import.Icews;
using Entente.Archive.Import.Sipri;
using Entente.Archive.Import.Tables;
using Entente.Records;
using Entente.Testing;

namespace Entente.Archive.Tests.Import;

/// <summary>Facts about real files, where they are present.</summary>
public class RealFileTests
{
    [SharedFact("data/icews.2018-06.sample.tab")]
    public void The_icews_sample_gives_its_3705_events_with_one_intensity_for_each_of_122_codes()
    {
        var importing = new Importing();
        using FileStream file = File.OpenRead(SharedFile.PathTo("data/icews.2018-06.sample.tab"));
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

    [SharedFact("data/sipri-deliveries-2000-2023.csv")]
    public void Sipri_s_deliveries_are_20480_with_the_shares_that_are_known()
    {
        var importing = new Importing();
        using FileStream file = File.OpenRead(SharedFile.PathTo("data/sipri-deliveries-2000-2023.csv"));
        List<Transfer> transfers = importing.Read(new SipriReader(), file);

        Assert.Empty(importing.Problems);
        Assert.Equal(20480, transfers.Count);
        (string Client, double Index)[] known = [("AFG", .568), ("PAK", .379), ("IRN", .429), ("KAZ", .731), ("TJK", .844), ("UZB", .243), ("KGZ", .527), ("TKM", .207)];
        foreach ((string client, double index) in known)
        {
            double[] delivered = [.. transfers.Where(t => t.Client == client && t.Year is >= 2000 and <= 2023).GroupBy(t => t.Supplier).Select(g => g.Sum(t => t.Value ?? 0))];
            double total = delivered.Sum();
            Assert.Equal(index, Math.Round(delivered.Sum(value => value / total * (value / total)), 3));
        }
    }

    [SharedFact("data/dcad-v1.0-main.csv")]
    public void Dcad_has_1871_agreements_171_with_russia_and_none_of_russia_and_afghanistan()
    {
        var importing = new Importing();
        using FileStream file = File.OpenRead(SharedFile.PathTo("data/dcad-v1.0-main.csv"));
        List<Agreement> signed = [.. importing.Read(new DcadReader(), file).Where(a => a.Stage == AgreementStage.Signed)];

        Assert.Empty(importing.Problems);
        Assert.Equal(1871, signed.Count);
        Agreement[] russian = [.. signed.Where(a => a.Parties.Any(p => p.Code?.Country == "RUS"))];
        Assert.Equal(171, russian.Length);
        Assert.DoesNotContain(russian, a => a.Parties.Any(p => p.Code?.Country == "AFG"));
    }
}

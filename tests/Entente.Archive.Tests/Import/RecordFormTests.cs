using System.Text;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Archive.Tests.Import;

public class RecordFormTests
{
    [Fact]
    public void A_transfer_comes_back_the_same()
    {
        Transfer full = new("RUS", "Raiders (Chad)", 2012, 3.25)
        {
            Id = "7", Source = "sipri", SupplierName = "Russia", ClientName = "Raiders (Chad)*", Designation = "X-1", Description = "APV, light", Category = "Armoured vehicles",
            Condition = TransferCondition.SecondHand, OrderYear = 2010, Number = 6, Estimated = true, LocalProduction = false,
        };
        Transfer bare = new("", "TCD", 2012, null) { Source = "sipri" };

        Assert.Equal([full, bare], new[] { full, bare }.Select(transfer => TransferJson.Read(Written(json => TransferJson.Write(json, transfer)))));
    }

    [Theory]
    [InlineData("""{"record":"transfer","client":"TCD","year":2012,"source":"x"}""")]
    [InlineData("""{"record":"transfer","supplier":"RUS","client":"TCD","source":"x"}""")]
    [InlineData("""{"record":"transfer","supplier":"RUS","client":"TCD","year":2012,"source":"x","condition":"rusty"}""")]
    [InlineData("""{"record":"event"}""")]
    public void What_is_no_transfer_is_refused(string line) => Assert.Throws<FormatException>(() => TransferJson.Read(Encoding.UTF8.GetBytes(line)));

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonText.OneLine))
        {
            write(json);
        }

        return output.ToArray();
    }
}

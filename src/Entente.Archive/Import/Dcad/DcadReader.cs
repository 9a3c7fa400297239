using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Dcad;

/// <summary>Reads the table of agreements of the Defence Cooperation Agreement Dataset (Kinne 2020): comma-separated, with a header.</summary>
/// <remarks>
/// An agreement is a record of its signing, and one of its coming into force where that is dated; both bear the dataset's id as their document, so that they are known for one. States
/// come from Correlates of War numbers: 365 is Russia with the Soviet Union. Negative numbers are kinds of missing and count as unknown. The dataset covers 1980 to 2010: outside it nothing
/// is known, which is not zero. Kinds are inferred from the published typology: DCA framework, DIC defence industry, PROCUREMENT, TREX training and exercises, COMMISSION, RESEARCH.
/// </remarks>
public sealed class DcadReader : TableReader<Agreement>
{
    private static readonly string[] Needed =
        ["ccode1", "ccode2", "signDay", "signMonth", "signYear", "EIFDay", "EIFMonth", "EIFYear", "type", "category1", "category2", "category3", "DCAid"];

    private NamedColumns _columns = NamedColumns.Of(Needed);
    private Agreement? _inForce;

    /// <summary>A reader with the program's tables.</summary>
    public DcadReader()
        : base(',')
    {
    }

    private protected override bool AnyEncoding => true;

    private protected override int[]? Begin(RowReader rows, ImportLog log)
    {
        if (Header(rows, log) is not { } columns || !columns.Has(log, "DCAD", Needed))
        {
            return null;
        }

        _columns = columns;
        return [columns.Width];
    }

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out Agreement? read)
    {
        read = null;
        _inForce = null;
        string id = Text(row, "DCAid");
        if (id.Length == 0)
        {
            return log.Refuse(row, "IMP009", "DCAid", default, "the agreement's id") && false;
        }

        if (!TryDate(row, "sign", out DateSpan? signed) || signed is null)
        {
            return log.Refuse(row, "IMP006", "signYear", row[_columns.Find("signYear")], "a year, with month and day or without") && false;
        }

        if (!TryDate(row, "EIF", out DateSpan? inForce))
        {
            return log.Refuse(row, "IMP006", "EIFYear", row[_columns.Find("EIFYear")], "a year, with month and day or without; a negative number or nothing where unknown") && false;
        }

        var parties = new List<Entity>(2);
        foreach (string side in new[] { "1", "2" })
        {
            string number = Text(row, "ccode" + side);
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int cow) || CountryTable.Default.FromCow(cow, signed.Value.Start) is not { } country)
            {
                return log.Refuse(row, "IMP014", "ccode" + side, row[_columns.Find("ccode" + side)], "a state's number of the Correlates of War project") && false;
            }

            parties.Add(new(new(CountryTable.Default.NameOf(country) ?? country, default), ActorCode.Parse(country)) { Name = CountryTable.Default.NameOf(country) });
        }

        if (!TryKinds(row, log, out List<string> kinds, out string types))
        {
            return false;
        }

        read = new()
        {
            Id = id,
            DocId = id,
            Sentence = 0,
            Parties = parties,
            Kind = kinds,
            Domain = ["military"],
            Name = "defence cooperation agreement",
            Stage = AgreementStage.Signed,
            Date = signed,
            Status = EventStatus.Unknown,
            Confidence = 1,
            Evidence = new($"{Text(row, "type")}: {types}", default),
        };
        _inForce = inForce is null ? null : read with { Id = id + "/in-force", Stage = AgreementStage.InForce, Date = inForce, SameAs = id };
        return true;
    }

    private protected override IEnumerable<Agreement> Following() => _inForce is null ? [] : [_inForce];

    private bool TryKinds(RowReader row, ImportLog log, out List<string> kinds, out string types)
    {
        kinds = [];
        var named = new List<string>();
        foreach (string column in new[] { "category1", "category2", "category3" })
        {
            string category = Text(row, column);
            if (category.Length == 0 || category[0] == '-')
            {
                continue;
            }

            string? kind = category switch
            {
                "DCA" => "framework",
                "DIC" => "defence-industry",
                "PROCUREMENT" => "procurement-maintenance",
                "TREX" => "training-exercises",
                "COMMISSION" => "commission",
                "RESEARCH" => "research",
                _ => null,
            };
            if (kind is null)
            {
                types = "";
                return log.Refuse(row, "IMP014", column, row[_columns.Find(column)], "DCA, DIC, PROCUREMENT, TREX, COMMISSION or RESEARCH") && false;
            }

            kinds.Add(kind);
            named.Add(category);
        }

        types = string.Join(", ", named);
        return true;
    }

    /// <summary>A date as exact as it is given; null where its year is unknown.</summary>
    private bool TryDate(RowReader row, string stage, out DateSpan? date)
    {
        date = null;
        if (!TryPart(Text(row, stage + "Year"), out int? year) || !TryPart(Text(row, stage + "Month"), out int? month) || !TryPart(Text(row, stage + "Day"), out int? day))
        {
            return false;
        }

        if (year is not { } y)
        {
            return true;
        }

        if (y is < 1900 or > 2100 || month is < 1 or > 12)
        {
            return false;
        }

        if (month is not { } m)
        {
            date = new(new(y, 1, 1), new(y + 1, 1, 1));
        }
        else if (day is not { } d)
        {
            date = new(new(y, m, 1), new DateOnly(y, m, 1).AddMonths(1));
        }
        else if (Cells.TryDay(y, m, d, out DateOnly exact))
        {
            date = DateSpan.OfDay(exact);
        }

        return date is not null;
    }

    private static bool TryPart(string text, out int? number)
    {
        number = null;
        if (text.Length == 0 || text[0] == '-')
        {
            return true;
        }

        bool read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int whole);
        number = whole;
        return read;
    }

    private string Text(RowReader row, string name) => row.Text(_columns.Find(name)).Trim();
}

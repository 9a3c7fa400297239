using Entente.Lexicon.Actors;
using Entente.Lexicon.Agreements;
using Entente.Lexicon.Cameo;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Hedges;
using Entente.Lexicon.Places;
using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Lexicon.Compiling;

/// <summary>Reads each kind of record; the compiler writes the same fields in the same order.</summary>
internal static class ImageRecords
{
    public static State ReadState(ImageReader reader, int index) => new()
    {
        Index = index,
        Code = reader.Text(),
        Name = reader.Text(),
        Aliases = reader.Texts(),
        Adjectives = reader.Texts(),
        Demonyms = reader.Texts(),
        Capital = reader.Texts(),
        Seats = reader.Texts(),
        From = reader.Day(),
        To = reader.Day(),
        Source = reader.Text(),
        Place = reader.Place(),
    };

    public static Actor ReadActor(ImageReader reader, int index) => new()
    {
        Index = index,
        Kind = (ActorKind)reader.Int(),
        Id = reader.Text(),
        Name = reader.Text(),
        Aliases = reader.Texts(),
        Roles = reader.Many(ReadRole),
    };

    public static Agent ReadAgent(ImageReader reader, int index) =>
        new(reader.Text(), ActorCode.Parse(reader.Text()), (AgentKind)reader.Int(), reader.Text(), reader.Place());

    public static Place ReadPlace(ImageReader reader, int index) => new()
    {
        Index = index,
        Name = reader.Text(),
        Aliases = reader.Texts(),
        Country = reader.OptionalText(),
        Admin1 = reader.OptionalText(),
        Class = (PlaceClass)reader.Int(),
        Latitude = reader.OptionalDouble(),
        Longitude = reader.OptionalDouble(),
        Population = reader.OptionalInt(),
        GeonameId = reader.OptionalInt(),
        Source = reader.Text(),
        Row = reader.Place(),
    };

    public static Membership ReadMembership(ImageReader reader, int index) =>
        new(reader.Text(), reader.Text(), reader.Day(), reader.Day(), reader.Text(), reader.Place());

    public static Border ReadBorder(ImageReader reader, int index) => new(reader.Text(), reader.Text(), reader.Place());

    public static RegionMember ReadRegionMember(ImageReader reader, int index) => new(reader.Text(), reader.Text(), reader.Place());

    public static CameoCode ReadCameoCode(ImageReader reader, int index) => new(
        reader.Text(),
        reader.OptionalInt() is { } type ? (PloverType)type : null,
        reader.OptionalText(),
        reader.Texts(),
        reader.Double(),
        reader.Text(),
        reader.Place());

    public static ContextWords ReadContextWords(ImageReader reader, int index) => new(reader.Text(), reader.LemmaSet()!);

    public static Frame ReadFrame(ImageReader reader, int index)
    {
        var frame = new Frame
        {
            Index = index,
            Id = reader.Text(),
            Type = (PloverType)reader.Int(),
            Modes = reader.Texts(),
            Contexts = reader.Texts(),
            Cameo = reader.OptionalText(),
            Place = reader.Place(),
            Patterns = reader.Many(ReadPattern),
            Examples = reader.Many(ReadExample),
        };
        foreach (FramePattern pattern in frame.Patterns)
        {
            pattern.Frame = frame;
        }

        return frame;
    }

    public static KindWords ReadKindWords(ImageReader reader, int index) => new(reader.Text(), reader.LemmaSet()!);

    public static AgreementWords ReadAgreementWords(ImageReader reader, int index) => new(
        (AgreementWordRole)reader.Int(),
        reader.LemmaSet()!,
        reader.OptionalText(),
        reader.Texts(),
        reader.OptionalInt() is { } stage ? (AgreementStage)stage : null,
        reader.Bool(),
        reader.Place());

    public static Hedge ReadHedge(ImageReader reader, int index) => new(
        reader.Text(),
        (HedgeForm)reader.Int(),
        reader.LemmaSet()!,
        reader.OptionalDouble(),
        reader.OptionalDouble(),
        reader.OptionalText(),
        reader.Place());

    public static TieFrame ReadTieFrame(ImageReader reader, int index)
    {
        var frame = new TieFrame
        {
            Index = index,
            Id = reader.Text(),
            Tie = (TieKind)reader.Int(),
            NeedsOther = reader.Bool(),
            NeedsTheme = reader.Bool(),
            Place = reader.Place(),
            Patterns = reader.Many(ReadTiePattern),
            Examples = reader.Many(ReadExample),
        };
        foreach (TiePattern pattern in frame.Patterns)
        {
            pattern.Frame = frame;
        }

        return frame;
    }

    private static FrameExample ReadExample(ImageReader reader) => new(reader.Text(), reader.Place());

    private static TiePattern ReadTiePattern(ImageReader reader) => new()
    {
        Triggers = reader.Many(ReadTrigger),
        Conditions = reader.Many(ReadCondition),
        Not = reader.Many(ReadCondition),
        Holder = reader.Many(ReadPath),
        Other = reader.Many(ReadPath),
        Theme = reader.Many(ReadPath),
        Where = reader.Many(ReadPath),
        IsPresent = reader.Bool(),
        Place = reader.Place(),
    };

    private static ActorRole ReadRole(ImageReader reader) => new(
        ActorCode.Parse(reader.Text()),
        reader.Text(),
        reader.Day(),
        reader.Day(),
        reader.OptionalInt() is { } precision ? (DatePrecision)precision : null,
        reader.Text(),
        reader.Place());

    private static FramePattern ReadPattern(ImageReader reader) => new()
    {
        Number = reader.Int(),
        Order = reader.Int(),
        Triggers = reader.Many(ReadTrigger),
        Conditions = [.. reader.Many(ReadCondition)],
        Not = [.. reader.Many(ReadCondition)],
        Actor = reader.Many(ReadPath),
        Recipient = reader.Many(ReadPath),
        Reciprocal = reader.Bool(),
        Place = reader.Place(),
    };

    private static Trigger ReadTrigger(ImageReader reader) =>
        new((TriggerKind)reader.Int(), reader.Text(), reader.OptionalText(), reader.Texts());

    private static Condition ReadCondition(ImageReader reader) => new(
        ReadPath(reader),
        reader.LemmaSet(),
        (ConditionValues)reader.Int(),
        reader.Many(item => (PloverType)item.Int()));

    private static SlotPath ReadPath(ImageReader reader)
    {
        string text = reader.Text();
        return SlotPath.TryParse(text, out SlotPath path)
            ? path
            : throw new InvalidDataException($"The compiled lexicon holds the slot '{text}', which this version cannot read; build it again.");
    }
}

using Entente.Coding.Tests.Specs;
using Entente.Records;

namespace Entente.Coding.Tests.Behaviour;

/// <summary>One act between two states, told in the active and, where English has one, in the passive.</summary>
/// <param name="Type">Its category.</param>
/// <param name="Active">The sentence; <c>{0}</c> is the actor, <c>{1}</c> the recipient.</param>
/// <param name="Passive">The same in the passive; null where it would be no news English.</param>
public sealed record Act(string Type, string Active, string? Passive = null)
{
    private static readonly DateOnly Day = new(2024, 5, 15);

    /// <summary>The acts, over all sixteen categories.</summary>
    public static IReadOnlyList<Act> All { get; } =
    [
        new("AGREE", "{0} promised {1} economic aid.", "{1} was promised economic aid by {0}."),
        new("AGREE", "{0} agreed to hold talks with {1}."),
        new("AGREE", "{0} will sign a trade agreement with {1}.", "A trade agreement with {1} will be signed by {0}."),
        new("CONSULT", "{0} held talks with {1}.", "Talks with {1} were held by {0}."),
        new("CONSULT", "The president of {0} visited {1}.", "{1} was visited by the president of {0}."),
        new("CONSULT", "The foreign minister of {0} met the foreign minister of {1}."),
        new("SUPPORT", "{0} praised {1}.", "{1} was praised by {0}."),
        new("SUPPORT", "{0} recognised the new government of {1}.", "The new government of {1} was recognised by {0}."),
        new("SUPPORT", "{0} signed a defence agreement with {1}.", "A defence agreement with {1} was signed by {0}."),
        new("CONCEDE", "{0} apologised to {1}."),
        new("CONCEDE", "{0} eased its visa rules for {1}.", "Visa rules for {1} were eased by {0}."),
        new("COOPERATE", "{0} held joint exercises with {1}.", "Joint exercises with {1} were held by {0}."),
        new("COOPERATE", "{0} extradited a smuggler to {1}.", "A smuggler was extradited to {1} by {0}."),
        new("COOPERATE", "{0} shared intelligence with {1}.", "Intelligence was shared with {1} by {0}."),
        new("AID", "{0} sent food aid to {1}.", "Food aid was sent to {1} by {0}."),
        new("AID", "{0} gave {1} a loan.", "{1} was given a loan by {0}."),
        new("AID", "{0} delivered ten tanks to {1}.", "Ten tanks were delivered to {1} by {0}."),
        new("RETREAT", "{0} withdrew its soldiers from {1}.", "Soldiers were withdrawn from {1} by {0}."),
        new("RETREAT", "{0} lifted sanctions on {1}.", "Sanctions on {1} were lifted by {0}."),
        new("REQUEST", "{0} urged {1} to reopen the border.", "{1} was urged by {0} to reopen the border."),
        new("REQUEST", "{0} called on {1} to stop the shelling."),
        new("REQUEST", "{0} stressed the need for {1} to release the hostages.", "The need for {1} to release the hostages was stressed by {0}."),
        new("ACCUSE", "{0} accused {1} of spying.", "{1} was accused of spying by {0}."),
        new("ACCUSE", "{0} condemned {1}.", "{1} was condemned by {0}."),
        new("ACCUSE", "{0} criticised {1} over the dam.", "{1} was criticised by {0} over the dam."),
        new("REJECT", "{0} rejected a proposal by {1}.", "A proposal by {1} was rejected by {0}."),
        new("REJECT", "{0} refused to recognise {1}."),
        new("THREATEN", "{0} threatened {1} with sanctions.", "{1} was threatened with sanctions by {0}."),
        new("THREATEN", "{0} threatened to attack {1}."),
        new("PROTEST", "Students from {0} protested against {1}."),
        new("PROTEST", "Protesters in {0} burned the flag of {1}."),
        new("SANCTION", "{0} imposed sanctions on {1}.", "Sanctions were imposed on {1} by {0}."),
        new("SANCTION", "{0} expelled the ambassador of {1}.", "The ambassador of {1} was expelled by {0}."),
        new("SANCTION", "{0} severed diplomatic ties with {1}.", "Diplomatic ties with {1} were severed by {0}."),
        new("MOBILIZE", "{0} deployed troops along the border with {1}.", "Troops were deployed along the border with {1} by {0}."),
        new("MOBILIZE", "{0} sent warships towards {1}.", "Warships were sent towards {1} by {0}."),
        new("COERCE", "{0} arrested two citizens of {1}.", "Two citizens of {1} were arrested by {0}."),
        new("COERCE", "{0} blockaded {1}.", "{1} was blockaded by {0}."),
        new("ASSAULT", "{0} bombed {1}.", "{1} was bombed by {0}."),
        new("ASSAULT", "{0} attacked {1}.", "{1} was attacked by {0}."),
        new("ASSAULT", "The army of {0} shelled {1}.", "{1} was shelled by the army of {0}."),
    ];

    /// <summary>The one event of a sentence between two parties.</summary>
    /// <param name="sentence"><see cref="Active"/> or <see cref="Passive"/>.</param>
    /// <param name="actor">For <c>{0}</c>.</param>
    /// <param name="recipient">For <c>{1}</c>.</param>
    public static CodedEvent Code(string sentence, string actor, string recipient)
    {
        string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, actor, recipient);
        IReadOnlyList<CodedEvent> coded = World.Code(Day, text);
        Assert.True(coded.Count == 1, $"{text}\n  coded {ExpectedEvent.Of(coded)}");
        return coded[0];
    }

    /// <summary>Who did it to whom, what and how, in one line: what two tellings of one act must share.</summary>
    public static string Said(CodedEvent coded) =>
        $"{coded.Type.Code()} {string.Join('+', coded.Mode)} {coded.Cameo} {coded.Status.Code()}: {Codes(coded.Actor)} -> {Codes(coded.Recipient)}";

    /// <summary>The codes of one side, in a stable order.</summary>
    public static string Codes(IEnumerable<Entity> parties) => string.Join(" + ", parties.Select(party => party.Code?.Text ?? "?").Order(StringComparer.Ordinal));
}

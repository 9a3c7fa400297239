using Entente.Coding.Resolution;
using Entente.Lexicon.Frames;

namespace Entente.Coding.Rules;

/// <summary>A pattern that holds at a trigger, with the parties its slots name.</summary>
internal sealed class Match(int trigger, TriggeredPattern by)
{
    private List<string>? _failedSlots;
    private List<int>? _named;

    /// <summary>The word that tells the act.</summary>
    public int Trigger { get; } = trigger;

    /// <summary>The pattern and the trigger it was found by.</summary>
    public TriggeredPattern By { get; } = by;

    public FramePattern Pattern => By.Pattern;

    public Frame Frame => By.Pattern.Frame;

    /// <summary>The verb that carries a noun trigger; -1 for none.</summary>
    public int Carrier { get; init; } = -1;

    /// <summary>Who; empty where no slot names anybody.</summary>
    public List<Party> Actors => field ??= [];

    /// <summary>To whom; may be empty.</summary>
    public List<Party> Recipients => field ??= [];

    /// <summary>The slot that gave the actors; null for none.</summary>
    public SlotPath? ActorSlot { get; set; }

    /// <summary>The slot that gave the recipients; null for none.</summary>
    public SlotPath? RecipientSlot { get; set; }

    /// <summary>Whether it can stand as an event: it has an actor, or its pattern or the passive needs none.</summary>
    public bool IsWhole => Actors.Count > 0 || ActorSlot is not null || IsAgentless;

    /// <summary>Whether a passive leaves the doer open: "the aid was frozen".</summary>
    public bool IsAgentless { get; set; }

    /// <summary>How many conditions of its pattern do not hold.</summary>
    public int Failed => _failedSlots?.Count ?? 0;

    /// <summary>The slots of the conditions that do not hold.</summary>
    public IReadOnlyList<string> FailedSlots => _failedSlots ?? [];

    /// <summary>Whether something holds that the pattern excludes.</summary>
    public bool IsExcluded { get; set; }

    /// <summary>How many patterns of its category the word opens.</summary>
    public int Patterns { get; set; } = 1;

    /// <summary>How far the pattern is from holding: 0 where it does.</summary>
    public int Misfit => (2 * Failed) + (IsExcluded ? 3 : 0);

    /// <summary>The words that the pattern's conditions name by their lemma: part of the act, no acts of their own.</summary>
    public IReadOnlyList<int> Named => _named ?? [];

    /// <summary>Counts a condition that does not hold.</summary>
    public void Fail(Condition condition) => (_failedSlots ??= new(2)).Add(condition.Path.Text);

    /// <summary>Takes a word that a condition names.</summary>
    public void Name(int token) => (_named ??= new(2)).Add(token);

    /// <summary>Whether a condition names the word.</summary>
    public bool Names(int token) => _named is not null && _named.Contains(token);
}

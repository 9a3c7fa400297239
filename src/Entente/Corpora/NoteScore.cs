using Entente.Coding;
using Entente.Evaluation;
using Entente.Records;

namespace Entente.Corpora;

/// <summary>A note of the corpus and the record that meets it.</summary>
/// <param name="Note">The note.</param>
/// <param name="Record">The record of the same kind at the same place.</param>
/// <param name="IsJoint">Whether the parties agree too.</param>
internal sealed record NoteMatch(CorpusNote Note, NoteShape Record, bool IsJoint);

/// <summary>What the coder made of the agreements, ties, bargains and assessments of one block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Coded">All its records but events.</param>
/// <param name="Matches">Notes met by records, one to one.</param>
internal sealed record NoteScore(CorpusBlock Block, IReadOnlyList<NoteShape> Coded, IReadOnlyList<NoteMatch> Matches)
{
    /// <summary>Scores one block, ties pair by pair: notes and records of one kind at one place are paired, those whose parties and stage agree first.</summary>
    public static NoteScore Of(CorpusBlock block, CodedRecords records)
    {
        block = block with { Notes = [.. block.Notes.SelectMany(NoteShape.Pairs)] };
        NoteShape[] coded = [.. NoteShape.Of(records)];
        var words = new SpanMatching(block.Text);
        var candidates = new List<(int Rank, int Note, int Record)>();
        for (int i = 0; i < block.Notes.Count; i++)
        {
            for (int j = 0; j < coded.Length; j++)
            {
                if (NoteAgreement.Meets(block.Notes[i], coded[j], words))
                {
                    bool parties = NoteAgreement.PartiesAgree(block.Notes[i], coded[j], words);
                    candidates.Add(((parties ? 0 : 4) + (NoteAgreement.Chosen(block.Notes[i], coded[j], "stage") is not false ? 0 : 2) + (NoteAgreement.Chosen(block.Notes[i], coded[j], "kind") is not false ? 0 : 1), i, j));
                }
            }
        }

        candidates.Sort();
        var matches = new List<NoteMatch>();
        var notes = new HashSet<int>();
        var used = new HashSet<int>();
        foreach ((int rank, int i, int j) in candidates)
        {
            if (!notes.Contains(i) && !used.Contains(j))
            {
                notes.Add(i);
                used.Add(j);
                matches.Add(new(block.Notes[i], coded[j], rank < 4));
            }
        }

        return new(block, coded, matches);
    }

    /// <summary>Records of a kind, met or not.</summary>
    /// <param name="kind">agreement, tie, bargain or assessment; of ties also one kind of tie.</param>
    /// <param name="joint">Whether parties must agree.</param>
    public Tally Of(string kind, bool joint)
    {
        int right = Matches.Count(m => Is(m.Note.Kind, m.Note.Tie, kind) && (m.IsJoint || !joint));
        return new(right, Coded.Count(r => Is(r.Kind, r.Tie, kind)) - right, Block.Notes.Count(n => Is(n.Kind, n.Tie, kind)) - right);
    }

    /// <summary>Whether a record is of the kind asked for.</summary>
    public static bool Is(string kind, TieKind? tie, string asked) => kind == asked || (tie is { } known && known.Code() == asked);
}

using System.Runtime.InteropServices;
using Entente.Records;

namespace Entente.Analysis.Stories;

/// <summary>Groups articles that print one text: MinHash signatures in bands find candidates, the exact overlap decides.</summary>
/// <remarks>
/// Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3. Two texts are one story where they share at least
/// <see cref="LeastJaccard"/> of all their five-word runs, or where at least <see cref="LeastContained"/> of the shorter one's runs (and at
/// least <see cref="LeastShared"/>) stand in the longer. An article joins the story of the earliest article it agrees with; agreement is not
/// passed on, so a chain of slight changes does not join what has nothing in common.
/// </remarks>
public static class StoryFinder
{
    /// <summary>Shared runs of all runs of both.</summary>
    public const double LeastJaccard = 0.5;

    /// <summary>Shared runs of the shorter text's runs.</summary>
    public const double LeastContained = 0.8;

    /// <summary>Shared runs below which a shortened copy is not believed.</summary>
    public const int LeastShared = 20;

    /// <summary>Keys of a text.</summary>
    internal const int Bands = 48;
    private const int RowsInBand = 2;

    /// <summary>The stories, in the order of their first articles; every article is in exactly one.</summary>
    public static IReadOnlyList<Story> Find(IReadOnlyList<Document> documents)
    {
        ulong[][] shingles = [.. documents.Select(d => Shingles.Of(d.Text))];
        var buckets = new Dictionary<(int Band, ulong Key), List<int>>();
        int[] storyOf = new int[documents.Count];
        var stories = new List<List<Document>>();
        var leaders = new List<int>();
        var candidates = new SortedSet<int>();
        for (int i = 0; i < documents.Count; i++)
        {
            candidates.Clear();
            var keys = new List<(int, ulong)>();
            if (shingles[i].Length > 0)
            {
                foreach ((int band, ulong key) in Keys(shingles[i]).Index())
                {
                    keys.Add((band, key));
                    if (buckets.TryGetValue((band, key), out List<int>? others))
                    {
                        candidates.UnionWith(others);
                    }
                }
            }

            int story = -1;
            foreach (int leader in candidates)
            {
                if (Agree(shingles[leader], shingles[i]))
                {
                    story = storyOf[leader];
                    break;
                }
            }

            if (story < 0)
            {
                story = stories.Count;
                stories.Add([]);
                leaders.Add(i);
                foreach ((int, ulong) key in keys)
                {
                    ref List<int>? bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(buckets, key, out _);
                    (bucket ??= []).Add(i);
                }
            }

            storyOf[i] = story;
            stories[story].Add(documents[i]);
        }

        return [.. stories.Select(s => new Story(s))];
    }

    /// <summary>What texts that may be one story share some of: <see cref="Bands"/> numbers, each of a band of the signature.</summary>
    /// <param name="shingles">Not empty.</param>
    internal static ulong[] Keys(ulong[] shingles)
    {
        ulong[] signature = new ulong[Bands * RowsInBand], keys = new ulong[Bands];
        Sign(shingles, signature);
        for (int band = 0; band < Bands; band++)
        {
            keys[band] = (ulong)band;
            for (int row = 0; row < RowsInBand; row++)
            {
                keys[band] = Shingles.Mix(keys[band] ^ signature[(band * RowsInBand) + row]);
            }
        }

        return keys;
    }

    /// <summary>The least of each of many hash functions over the set; the chance that two sets agree in one is their Jaccard overlap.</summary>
    private static void Sign(ulong[] shingles, ulong[] signature)
    {
        Array.Fill(signature, ulong.MaxValue);
        foreach (ulong shingle in shingles)
        {
            for (int k = 0; k < signature.Length; k++)
            {
                ulong hash = Shingles.Mix(shingle + ((ulong)(k + 1) * 0x9E3779B97F4A7C15));
                if (hash < signature[k])
                {
                    signature[k] = hash;
                }
            }
        }
    }

    /// <summary>Whether two texts are one story.</summary>
    internal static bool Agree(ulong[] a, ulong[] b)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        double all = a.Length + b.Length - shared;
        return shared >= LeastJaccard * all
            || (shared >= LeastShared && shared >= LeastContained * Math.Min(a.Length, b.Length));
    }
}

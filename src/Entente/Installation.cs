using System.Security.Cryptography;
using Entente.Archive.Formats;
using Entente.Language.Entities;
using Entente.Language.Lemmas;
using Entente.Language.Neural;
using Entente.Lexicon.Compiling;
using Entente.Records;

namespace Entente;

/// <summary>What lies beside the program: the compiled lexicon and the models, made ready once by the build.</summary>
public static class Installation
{
    /// <summary>The compiled lexicon.</summary>
    public const string LexiconFile = "lexicon.bin";

    /// <summary>The folder of the models.</summary>
    public const string ModelFolder = "models";

    private const string PackedSyntax = "syntax.bin", Syntax = "syntax.raw", PackedLemmas = "lemmas.bin", Lemmas = "lemmas.raw", Entities = "entities.bin";

    /// <summary>Compiles the lexicon and unpacks the models.</summary>
    /// <param name="root">The repository: it holds <c>lexicon/</c> and <c>models/</c>.</param>
    /// <param name="home">The folder of the program.</param>
    /// <returns>An entry for each row or frame of the lexicon that was refused; the rest is in use.</returns>
    /// <exception cref="IOException">A folder is missing or cannot be written.</exception>
    public static IReadOnlyList<Diagnostic> Install(string root, string home)
    {
        string models = Path.Combine(home, ModelFolder);
        Directory.CreateDirectory(models);
        foreach (string model in Directory.EnumerateFiles(Path.Combine(root, "models"), "*.bin"))
        {
            string name = Path.GetFileName(model);
            if (name == PackedSyntax)
            {
                SyntaxModel.Unpack(model, Path.Combine(models, Syntax));
            }
            else if (name == PackedLemmas)
            {
                Lemmatizer.Unpack(model, Path.Combine(models, Lemmas));
            }
            else if (name == Entities)
            {
                EntityRecognizer.Unpack(model, Path.Combine(models, name));
            }
            else
            {
                File.Copy(model, Path.Combine(models, name), overwrite: true);
            }
        }

        using FileStream output = File.Create(Path.Combine(home, LexiconFile));
        return LexiconCompiler.Compile(Path.Combine(root, "lexicon"), output);
    }

    /// <summary>The models in a program's folder with their hashes, in ordinal order of their names.</summary>
    public static IReadOnlyList<ManifestPart> Models(string home) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(home, ModelFolder))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(file => new ManifestPart(Path.GetFileNameWithoutExtension(file), null, HashOf(file))),
    ];

    /// <summary>SHA-256 of a file, lower-case hexadecimal.</summary>
    public static string HashOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

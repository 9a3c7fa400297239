namespace Entente.Archive.Export;

/// <summary>A column of an exported table, as its codebook tells it.</summary>
/// <param name="Name">The header.</param>
/// <param name="Type">text, whole, number, day, list or flag.</param>
/// <param name="Meaning">What it says, its unit, and what an empty cell means.</param>
public sealed record Column(string Name, string Type, string Meaning);

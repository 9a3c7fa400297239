namespace Entente.Archive.Writing;

/// <summary>Where an imported row stands.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">Its line, from 1; 0 where the format has none.</param>
public readonly record struct RowOrigin(string File, long Line);

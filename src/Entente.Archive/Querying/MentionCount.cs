namespace Entente.Archive.Querying;

/// <summary>What an archive holds of the reports that mention an imported event.</summary>
/// <param name="Mentions">Rows of the source's table of mentions.</param>
/// <param name="Reports">Different addresses or citations among them.</param>
/// <param name="Outlets">Different outlets among them.</param>
/// <param name="First">When the source recorded the first, UTC.</param>
/// <param name="Last">When it recorded the last, UTC.</param>
public sealed record MentionCount(int Mentions, int Reports, int Outlets, DateTime First, DateTime Last);

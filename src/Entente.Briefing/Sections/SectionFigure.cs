namespace Entente.Briefing.Sections;

/// <summary>A chart of a section, with its numbers: pages show the drawing, the other forms the numbers.</summary>
/// <param name="Id">Its id within the brief.</param>
/// <param name="Caption">What is shown, of whom.</param>
/// <param name="Unit">What its axes, lines and bands mean.</param>
/// <param name="Svg">The drawing.</param>
/// <param name="Source">What it rests on.</param>
/// <param name="Columns">Heads of the numbers.</param>
/// <param name="Rows">The numbers, a cell for each column.</param>
public sealed record SectionFigure(string Id, string Caption, string Unit, string Svg, string Source, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

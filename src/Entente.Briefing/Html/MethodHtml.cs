using Entente.Briefing.Words;
using Entente.Records;
using static Entente.Briefing.Html.HtmlText;

namespace Entente.Briefing.Html;

/// <summary>Method and versions, what was not coded, and inputs that could not be used.</summary>
internal static class MethodHtml
{
    private const int MostProblems = 100;

    public static void Write(Brief brief, TextWriter output)
    {
        HtmlWriter.Open(output, "method");
        output.Write("<ul class=\"plain\">\n");
        foreach (string line in MethodWords.Lines(brief))
        {
            output.Write($"<li>{Escape(line)}</li>\n");
        }

        output.Write("</ul>\n");
        if (brief.Run is { } run)
        {
            output.Write("<dl class=\"facts-list\">\n");
            foreach ((string name, string value) in MethodWords.Versions(run))
            {
                CoverageHtml.Fact(output, name, value);
            }

            output.Write("</dl>\n");
            if (run.Refusals.Count > 0)
            {
                WriteRefusals(run, output);
            }
        }

        if (brief.Problems.Count > 0)
        {
            WriteProblems(brief.Problems, output);
        }

        HtmlWriter.Close(output);
    }

    private static void WriteRefusals(BriefRun run, TextWriter output)
    {
        output.Write("<div class=\"scroll\" role=\"region\" aria-label=\"What was not coded\" tabindex=\"0\"><table>\n<caption>What was not coded</caption>\n<thead><tr><th scope=\"col\">Reason</th><th scope=\"col\" class=\"n\">Times</th></tr></thead>\n<tbody>\n");
        foreach ((string reason, int times) in MethodWords.Refusals(run))
        {
            output.Write($"<tr><th scope=\"row\">{Escape(reason)}</th>{HtmlWriter.Cell(times)}</tr>\n");
        }

        output.Write("</tbody></table></div>\n");
    }

    private static void WriteProblems(IReadOnlyList<Diagnostic> problems, TextWriter output)
    {
        output.Write($"<h3>Inputs that could not be used</h3>\n<p class=\"lead\">{Counted.Of(problems.Count, "problem")}; the brief does not rest on {(problems.Count == 1 ? "this input" : "these inputs")}.</p>\n<ul class=\"plain problems\">\n");
        foreach (Diagnostic problem in problems.Take(MostProblems))
        {
            string place = problem.Line > 0 ? FormattableString.Invariant($"{problem.File}:{problem.Line}") : problem.File;
            output.Write($"<li><code>{Escape(place)}</code> {Escape(problem.Code)}: {Isolated(Counted.Short(problem.Message, 600))}{(problem.Help is { } help ? " " + Escape(help) : "")}</li>\n");
        }

        output.Write("</ul>\n");
        if (problems.Count > MostProblems)
        {
            output.Write($"<p class=\"lead\">{Counted.Number(problems.Count - MostProblems)} more not listed.</p>\n");
        }
    }
}

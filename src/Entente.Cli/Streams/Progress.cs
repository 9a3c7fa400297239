using System.Globalization;
using Spectre.Console;

namespace Entente.Cli.Streams;

/// <summary>A progress bar on a terminal; nothing elsewhere.</summary>
internal static class Progress
{
    /// <summary>Does the work, and shows how far it is.</summary>
    /// <param name="services">Where talk goes.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="total">How much there is; null or 0 where nobody knows.</param>
    /// <param name="done">How much is done so far.</param>
    /// <param name="work">The work itself.</param>
    public static T Show<T>(Services services, string title, long? total, Func<long> done, Func<T> work)
    {
        if (!services.ErrorsAreTerminal)
        {
            return work();
        }

        return Bar(title, total, done, work);
    }

    /// <summary>Apart, so that Spectre is loaded for a terminal only.</summary>
    private static T Bar<T>(string title, long? total, Func<long> done, Func<T> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        T result = default!;
        Spectre.Console.Progress progress = console.Progress().AutoClear(true).HideCompleted(true);
        progress.Columns(total > 0 ? [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()] : [new TaskDescriptionColumn(), new SpinnerColumn(), new ElapsedTimeColumn()]);
        progress.Start(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total ?? 1));
            task.IsIndeterminate = total is null or 0;
            using var timer = new Timer(_ => task.Value = done(), null, 100, 100);
            result = work();
        });
        return result;
    }

    /// <summary>A number as people read it: <c>12,345</c>.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

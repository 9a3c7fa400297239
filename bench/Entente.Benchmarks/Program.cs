using System.Globalization;
using BenchmarkDotNet.Running;
using Entente.Benchmarks;

if (args is ["archive-scale", { } path, { } events, .. { } rest] && rest is [] or ["busiest"])
{
    ArchiveScale.Run(path, int.Parse(events, CultureInfo.InvariantCulture), busiestOnly: rest.Length > 0);
    return;
}

if (args is ["archive-stories", { } folder, { } documents])
{
    StoryScale.Run(folder, int.Parse(documents, CultureInfo.InvariantCulture));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);

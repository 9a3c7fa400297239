using System.CommandLine;
using Entente.Cli.Help;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente install ROOT HOME</c>: what the script ./entente calls after it has published the program; not for people.</summary>
internal static class InstallVerb
{
    public static Verb Create(Services services)
    {
        Argument<string> root = new("root"), home = new("home");
        var verb = new Verb("install", "makes the lexicon and the models ready beside the program") { Hidden = true };
        verb.Add(root);
        verb.Add(home);
        verb.SetAction(result =>
        {
            foreach (Diagnostic problem in Installation.Install(result.GetRequiredValue(root), result.GetRequiredValue(home)))
            {
                services.Report(problem);
            }

            return 0;
        });
        return verb;
    }
}

using System.Collections.Frozen;

namespace Entente.Coding.Resolution;

/// <summary>Classes of nouns by what they can be in an event.</summary>
internal static class Nouns
{
    private static readonly FrozenSet<string> People = FrozenSet.ToFrozenSet(
    [
        "people", "person", "man", "woman", "child", "boy", "girl", "civilian", "resident", "villager", "citizen", "national", "family", "migrant", "refugee", "victim", "worker", "student",
        "teacher", "doctor", "nurse", "patient", "passenger", "driver", "farmer", "fisherman", "journalist", "reporter", "activist", "protester", "demonstrator", "crowd", "mob", "youth", "teenager", "baby", "infant",
        "prisoner", "detainee", "hostage", "captive", "suspect", "member", "leader", "official", "commander", "fighter", "soldier", "gunman", "attacker", "assailant", "bomber", "militant", "rebel", "insurgent", "terrorist",
        "extremist", "supporter", "opponent", "critic", "expert", "analyst", "lawyer", "judge", "mother", "father", "son", "daughter", "brother", "sister", "wife", "husband", "relative", "survivor", "bystander", "pilgrim",
        "tourist", "foreigner", "immigrant", "settler", "tribesman", "muslim", "christian", "jew", "believer", "worshipper", "monk", "priest", "imam", "cleric", "bishop", "pope", "businessman", "tycoon",
        "trader", "merchant", "thief", "robber", "bandit", "pirate", "smuggler", "trafficker", "criminal", "gangster", "killer", "murderer", "sniper", "spy", "agent", "hacker", "athlete", "player", "candidate", "voter", "politician",
        "lawmaker", "senator", "minister", "president", "king", "queen", "prince", "princess", "ambassador", "diplomat", "envoy", "delegate", "negotiator", "mediator", "observer", "monitor", "inspector", "delegation",
        "team", "police", "policeman", "officer", "guard", "troop", "personnel", "staff", "crew", "survivor", "inhabitant", "population", "public", "community", "tribe", "clan", "minority", "everyone", "somebody", "someone", "anyone", "pilot", "sailor",
        "captain", "general", "colonel", "major", "lieutenant", "sergeant", "spokesman", "spokeswoman", "spokesperson", "chief", "head", "boss", "director", "secretary", "chairman", "chairwoman", "governor", "mayor", "chancellor", "aide", "adviser", "advisor",
        "dissident", "defector", "separatist", "guerrilla", "mercenary", "peacekeeper", "contractor", "aide", "employee", "miner", "trucker", "volunteer", "colleague", "friend", "enemy", "rival", "ally", "neighbour", "neighbor", "partner", "counterpart", "author", "writer",
        "artist", "singer", "actor", "filmmaker", "professor", "academic", "scientist", "engineer", "immigrants", "asylum", "seeker", "dead", "wounded", "injured", "ethnic", "chechen", "kurd", "palestinian", "tutsi", "hutu", "rohingya", "uighur", "uyghur", "roma", "gypsy",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bodies = FrozenSet.ToFrozenSet(
    [
        "government", "ministry", "department", "agency", "army", "military", "navy", "court", "parliament", "senate", "congress", "cabinet", "council", "committee", "commission", "party", "union", "group", "organisation", "organization", "movement",
        "coalition", "alliance", "company", "firm", "bank", "corporation", "newspaper", "broadcaster", "channel", "outlet", "media", "embassy", "consulate", "mission", "church", "mosque", "university", "school", "hospital", "authority", "administration", "regime", "junta", "state", "country",
        "nation", "republic", "federation", "kingdom", "bloc", "side", "force", "militia", "gang", "cartel", "network", "cell", "faction", "opposition", "leadership", "tribunal", "institute", "foundation", "association", "federation", "league", "club", "ngo", "charity", "watchdog", "service",
        "police", "guard", "unit", "brigade", "battalion", "command", "office", "bureau", "board", "panel", "body", "entity", "power", "monarchy", "presidency", "airline", "operator", "regulator", "prosecution", "syndicate", "fund", "studio", "giant", "maker", "manufacturer",
        "chairmanship", "secretariat", "parliamentarian", "assembly", "legislature", "house", "chamber", "judiciary", "establishment", "capital",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Targets = FrozenSet.ToFrozenSet(
    [
        "ship", "vessel", "boat", "tanker", "warship", "frigate", "submarine", "trawler", "base", "position", "target", "convoy", "embassy", "consulate", "city", "town", "village", "settlement", "district", "province", "region", "area", "territory", "airspace",
        "waters", "water", "aircraft", "plane", "jet", "warplane", "helicopter", "airliner", "drone", "checkpoint", "post", "outpost", "camp", "headquarters", "stronghold", "hideout", "facility", "installation", "infrastructure", "airport", "airfield", "port", "hospital", "school",
        "mosque", "church", "synagogue", "temple", "building", "house", "home", "market", "station", "plant", "refinery", "depot", "bastion", "capital", "border", "site", "compound", "vehicle", "tank", "bus", "car", "truck", "train", "island", "barracks", "bunker", "pipeline", "bridge", "dam", "road",
        "farm", "neighbourhood", "neighborhood", "suburb", "front", "line", "soil", "land", "enclave", "office", "asset", "website", "system", "server", "ambulance", 
        "airline", "flag", "property", "enterprise", "missile", "rocket", "artillery", "bomb", "shell",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Doings = FrozenSet.ToFrozenSet(
    [
        "shelling", "fire", "airstrike", "strike", "decision", "policy", "law", "vote", "plan", "proposal", "move", "rule", "ruling", "crackdown", "action", "request", "demand", "offer", "interest", "product", "good",
        "export", "import", "oil", "gas", "program", "programme", "election", "resolution", "statement", "claim", "report", "aggression", "occupation", "invasion", "attack", "call", "effort", "operation", "raid", "role", "stance", "behaviour", "behavior",
        "conduct", "campaign", "offensive", "war", "interference", "involvement", "remark", "comment", "position", "presence", "activity", "test", "launch", "incursion", "annexation", "ban", "refusal", "failure", "treatment", "handling", "economy", "bid", "initiative", "measure",
        "verdict", "sentence", "allegation", "accusation", "threat", "warning", "response", "support", "attitude", "practice", "legislation", "referendum", "constitution", "document", "term", "condition", "draft", "budget", "appeal",
    ], StringComparer.Ordinal);

    /// <summary>Nouns that name a body with an article only: "remain in force", "seized power", "took office".</summary>
    private static readonly FrozenSet<string> Abstracts = FrozenSet.ToFrozenSet(["force", "power", "office", "command", "service", "side", "exchange", "front", "charge", "control"], StringComparer.Ordinal);

    /// <summary>Nouns that tell how somebody stands to another, and so are never of the one whose they are.</summary>
    private static readonly FrozenSet<string> Relations = FrozenSet.ToFrozenSet(
        ["neighbour", "neighbor", "ally", "rival", "enemy", "foe", "adversary", "partner", "opponent", "backer", "sponsor", "patron", "creditor", "lender", "donor", "proxy", "protector", "guarantor", "supplier", "predecessor", "successor"], StringComparer.Ordinal);

    /// <summary>Whether the lemma in the singular without article names no body but something that one has: "in force", "power".</summary>
    public static bool IsAbstract(string lemma) => Abstracts.Contains(lemma);

    /// <summary>Whether the lemma tells how somebody stands to its owner: "its neighbours".</summary>
    public static bool IsRelation(string lemma) => Relations.Contains(lemma);

    /// <summary>Whether the lemma names people.</summary>
    public static bool IsPeople(string lemma) => People.Contains(lemma);

    /// <summary>Whether the lemma names an institution or an organised group.</summary>
    public static bool IsBody(string lemma) => Bodies.Contains(lemma);

    /// <summary>Whether the lemma names a thing or place that stands for the party it belongs to: "a Russian ship".</summary>
    public static bool IsTarget(string lemma) => Targets.Contains(lemma);

    /// <summary>Whether the lemma names what a party does or says, and so stands for it: "Israel's decision".</summary>
    public static bool IsDoing(string lemma) => Doings.Contains(lemma);
}

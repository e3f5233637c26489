using Recoupe.Language;

namespace Recoupe.Tell;

/// <summary>
/// How exports spell the values of the nouns' enumerations. A public form: a spelling changes only with a new schema number.
/// </summary>
internal static class EnumNames
{
    public static string Of(Certainty certainty) => certainty.Code();

    public static string Of(TimeType type) => type switch
    {
        TimeType.Date => "DATE",
        TimeType.Time => "TIME",
        TimeType.Duration => "DURATION",
        _ => "SET",
    };

    public static string Of(Stance value) => Lower(value);

    public static string Of(Manner value) => Lower(value);

    public static string Of(SourceKind value) => Lower(value);

    public static string Of(Side value) => Lower(value);

    public static string Of(Tense value) => Lower(value);

    public static string Of(ArgumentRole value) => Lower(value);

    public static string Of(PropositionKind value) => Lower(value);

    public static string Of(OwnPlace value) => Lower(value);

    public static string Of(Evidence value) => value == Evidence.None ? "none" : "no-information";

    public static string Of(Relation value) => Lower(value);

    public static string Of(BlockKind value) => Lower(value);

    public static string Of(NameType value) => Lower(value);

    public static string Of(LineageKind value) => Lower(value);

    public static string Of(LineageDirection value) => Lower(value);

    public static string Of(PublicationSource value) => Lower(value);

    public static string Of(DecisionState value) => Lower(value);

    public static string Of(AnswerSide value) => Lower(value);

    public static string Of(CountKind value) => Lower(value);

    public static string Of(CountRelationKind value) => Lower(value);

    public static string Of(RelationKind value) => value switch
    {
        RelationKind.RivalValue => "rival-value",
        RelationKind.RivalExplanation => "rival-explanation",
        _ => Lower(value),
    };

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

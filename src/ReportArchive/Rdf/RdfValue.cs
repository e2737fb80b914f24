using System.Collections.Immutable;

namespace ReportArchive.Rdf;

/// <summary>What a property of a resource says.</summary>
public abstract record RdfValue
{
    private RdfValue()
    {
    }

    /// <summary>A resource by its absolute address.</summary>
    public sealed record Iri(string Address) : RdfValue;

    /// <summary>Words in a language, a tag of BCP 47.</summary>
    public sealed record Words(string Text, string Language) : RdfValue;

    /// <summary>A value of a type, a prefixed name such as <c>xsd:gYear</c>.</summary>
    public sealed record Typed(string Text, string Type) : RdfValue;

    /// <summary>A thing without an address.</summary>
    public sealed record Thing(ImmutableArray<RdfProperty> Properties) : RdfValue;
}

/// <summary>A property with a value.</summary>
/// <param name="Name">Prefixed name, e.g. <c>skos:prefLabel</c>.</param>
/// <param name="Value">The value.</param>
public sealed record RdfProperty(string Name, RdfValue Value);

/// <summary>A resource and what is said of it.</summary>
/// <param name="Address">Its absolute address.</param>
/// <param name="Type">Its class, a prefixed name.</param>
/// <param name="Properties">Its properties, equal ones next to each other.</param>
public sealed record RdfResource(string Address, string Type, ImmutableArray<RdfProperty> Properties);

/// <summary>The vocabularies that prefixed names are of.</summary>
public static class RdfPrefixes
{
    /// <summary>Prefix and address, in order.</summary>
    public static ImmutableArray<(string Prefix, string Address)> All { get; } =
    [
        ("dcterms", "http://purl.org/dc/terms/"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];
}

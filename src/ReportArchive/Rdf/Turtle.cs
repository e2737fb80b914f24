using System.Collections.Immutable;
using System.Text;
using ReportArchive.Data;

namespace ReportArchive.Rdf;

/// <summary>Writes resources as Turtle 1.1 (W3C Recommendation of 25 February 2014).</summary>
public static class Turtle
{
    /// <summary>Writes a document at the end of a buffer.</summary>
    public static void Write(ByteBuffer buffer, IReadOnlyList<RdfResource> resources)
    {
        var text = new StringBuilder();
        foreach (var (prefix, address) in RdfPrefixes.All)
            text.Append("@prefix ").Append(prefix).Append(": <").Append(address).Append("> .\n");
        foreach (var resource in resources)
        {
            text.Append("\n<").Append(Address(resource.Address)).Append("> a ").Append(resource.Type);
            Properties(text, resource.Properties, "    ", isFirst: false);
            text.Append(" .\n");
        }
        buffer.Append(text.ToString());
    }

    private static void Properties(StringBuilder text, ImmutableArray<RdfProperty> properties, string indent, bool isFirst)
    {
        var last = "";
        foreach (var property in properties)
        {
            if (property.Name == last)
                text.Append(" , ");
            else
                text.Append(isFirst ? "" : " ;").Append('\n').Append(indent).Append(property.Name).Append(' ');
            Value(text, property.Value, indent);
            (last, isFirst) = (property.Name, false);
        }
    }

    private static void Value(StringBuilder text, RdfValue value, string indent)
    {
        switch (value)
        {
            case RdfValue.Iri iri:
                text.Append('<').Append(Address(iri.Address)).Append('>');
                break;
            case RdfValue.Words words:
                Quote(text, words.Text);
                text.Append('@').Append(words.Language);
                break;
            case RdfValue.Typed typed:
                Quote(text, typed.Text);
                text.Append("^^").Append(typed.Type);
                break;
            case RdfValue.Thing thing:
                text.Append('[');
                Properties(text, thing.Properties, indent + "    ", isFirst: true);
                text.Append(" ]");
                break;
        }
    }

    /// <summary>A string between quotation marks; §6.4 of the Recommendation says what must be escaped.</summary>
    private static void Quote(StringBuilder text, string words)
    {
        text.Append('"');
        foreach (var c in words)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append($"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }

    /// <summary>An address: what may not stand between angle brackets is escaped.</summary>
    private static string Address(string address) =>
        string.Concat(address.Select(static c => c is <= ' ' or '<' or '>' or '"' or '{' or '}' or '|' or '^' or '`' or '\\' ? $"\\u{(int)c:X4}" : c.ToString()));
}

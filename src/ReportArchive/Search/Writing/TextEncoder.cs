using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes texts with the tokens of a segment, the longest that fits first.</summary>
internal sealed class TextEncoder
{
    private readonly TextTokens _tokens;
    private readonly Dictionary<int, int> _next = [];
    private readonly List<int> _tokenAt = [0];
    private readonly int[] _first = new int[char.MaxValue + 1];

    /// <summary>An encoder for some tokens; not for several threads at once.</summary>
    public TextEncoder(TextTokens tokens)
    {
        _tokens = tokens;
        for (var token = 0; token < tokens.Texts.Length; token++)
        {
            if (token != tokens.End && token != tokens.Escape)
                Add(tokens.Texts[token], token + 1);
        }
    }

    /// <summary>Writes a text and its end.</summary>
    public void Write(BitWriter writer, string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var (token, length) = Longest(text, at);
            if (token >= 0)
            {
                WriteToken(writer, token);
            }
            else
            {
                WriteToken(writer, _tokens.Escape);
                writer.Write(text[at], 16);
            }
            at += length;
        }
        WriteToken(writer, _tokens.End);
    }

    private (int Token, int Length) Longest(string text, int at)
    {
        var (best, length) = (-1, 1);
        var node = _first[text[at]];
        for (var i = at + 1; node != 0; i++)
        {
            if (_tokenAt[node] > 0)
                (best, length) = (_tokenAt[node] - 1, i - at);
            if (i == text.Length || !_next.TryGetValue((node << 16) | text[i], out node))
                break;
        }
        return (best, length);
    }

    private void Add(string text, int token)
    {
        ref var first = ref _first[text[0]];
        if (first == 0)
            first = NewNode();
        var node = first;
        foreach (var unit in text.AsSpan(1))
        {
            if (!_next.TryGetValue((node << 16) | unit, out var next))
                _next[(node << 16) | unit] = next = NewNode();
            node = next;
        }
        _tokenAt[node] = token;
    }

    private int NewNode()
    {
        _tokenAt.Add(0);
        return _tokenAt.Count - 1;
    }

    private void WriteToken(BitWriter writer, int token)
    {
        var code = _tokens.Codes[token];
        var reversed = 0u;
        for (var bit = 0; bit < _tokens.Lengths[token]; bit++)
            reversed |= ((code >> bit) & 1) << (_tokens.Lengths[token] - 1 - bit);
        writer.Write(reversed, _tokens.Lengths[token]);
    }
}

using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes texts with the tokens of a segment, the longest that fits first.</summary>
internal sealed class TextEncoder
{
    private readonly TextTokens _tokens;

    /// <summary>A tree of the tokens: from a node and the next unit to the node after it, which is one more than the step's number.</summary>
    private readonly GramTable _steps = new();
    private readonly List<int> _tokenAt = [0];
    private readonly uint[] _codes;

    /// <summary>An encoder for some tokens; not for several threads at once.</summary>
    public TextEncoder(TextTokens tokens)
    {
        (_tokens, _codes) = (tokens, new uint[tokens.Texts.Length]);
        for (var token = 0; token < tokens.Texts.Length; token++)
        {
            _codes[token] = Reversed(tokens.Codes[token], tokens.Lengths[token]);
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
        for (int i = at, node = 0; i < text.Length; i++)
        {
            node = _steps.Find(((uint)node << 16) | text[i]) + 1;
            if (node == 0)
                break;
            if (_tokenAt[node] > 0)
                (best, length) = (_tokenAt[node] - 1, i + 1 - at);
        }
        return (best, length);
    }

    private void Add(string text, int token)
    {
        var node = 0;
        foreach (var unit in text)
        {
            node = _steps.NumberOf(((uint)node << 16) | unit) + 1;
            if (node == _tokenAt.Count)
                _tokenAt.Add(0);
        }
        _tokenAt[node] = token;
    }

    private void WriteToken(BitWriter writer, int token) => writer.Write(_codes[token], _tokens.Lengths[token]);

    /// <summary>A code as the writer takes it, its first bit lowest.</summary>
    private static uint Reversed(uint code, int length)
    {
        var reversed = 0u;
        for (var bit = 0; bit < length; bit++)
            reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        return reversed;
    }
}

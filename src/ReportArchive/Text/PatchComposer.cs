using System.Collections.Immutable;

namespace ReportArchive.Text;

/// <summary>
/// Composes the patches raw → before with the edits before → after into patches raw → after. Patches and edits come in
/// the order of the text before; those that touch the same characters become one patch.
/// </summary>
internal sealed class PatchComposer(int capacity)
{
    private readonly ImmutableArray<Patch>.Builder _done = ImmutableArray.CreateBuilder<Patch>(capacity);
    private Group? _open;
    private int _rawShift;
    private int _textShift;

    public void Add(Patch patch)
    {
        var group = GroupFor(patch.Text);
        group.Reach(patch.Text);
        group.RawGrowth += patch.Raw.Length - patch.Text.Length;
        group.NameFirst(patch.Rule);
    }

    public void Add(TextEdit edit)
    {
        var group = GroupFor(edit.Range);
        group.Reach(edit.Range);
        group.TextGrowth += edit.Replacement.Length - edit.Range.Length;
        group.NameThen(edit.Rule);
    }

    public ImmutableArray<Patch> Finish()
    {
        Close();
        return _done.ToImmutable();
    }

    private Group GroupFor(TextRange range)
    {
        if (_open is { } open && range.Start < open.End)
            return open;
        Close();
        return _open = new Group(range.Start);
    }

    private void Close()
    {
        if (_open is not { } group)
            return;
        var length = group.End - group.Start;
        _done.Add(new Patch(
            new TextRange(group.Start + _rawShift, length + group.RawGrowth),
            new TextRange(group.Start + _textShift, length + group.TextGrowth),
            group.Rules));
        _rawShift += group.RawGrowth;
        _textShift += group.TextGrowth;
        _open = null;
    }

    private sealed class Group(int start)
    {
        private readonly List<string> _earlier = [];
        private readonly List<string> _now = [];

        public int Start { get; } = start;

        public int End { get; private set; } = start;

        public int RawGrowth { get; set; }

        public int TextGrowth { get; set; }

        /// <summary>The rules that changed the group, in the order they ran.</summary>
        public string Rules => string.Join('+', _earlier.Concat(_now).Distinct(StringComparer.Ordinal));

        public void Reach(TextRange range) => End = Math.Max(End, range.End);

        public void NameFirst(string rules) => _earlier.AddRange(rules.Split('+'));

        public void NameThen(string rule) => _now.Add(rule);
    }
}

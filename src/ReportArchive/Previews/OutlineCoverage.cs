namespace ReportArchive.Previews;

/// <summary>
/// How much of each pixel closed outlines cover. Every edge adds, in the pixels it crosses, the area to its right, with the sign of
/// its direction; summed along a row the areas are the coverage.
/// </summary>
/// <param name="width">Pixels across.</param>
/// <param name="height">Pixels down.</param>
internal sealed class OutlineCoverage(int width, int height)
{
    // A curve of these outlines at the sizes drawn is a few pixels long: so many chords are indistinguishable from it.
    private const int Chords = 6;

    private readonly float[] _areas = new float[(width * height) + 2];
    private (float X, float Y) _start;
    private (float X, float Y) _at;

    // The pixels that edges cross: most of the field stays empty, and is not looked at.
    private (int Left, int Top, int Right, int Bottom) _crossed = (width, height, -1, -1);

    /// <summary>Pixels across and down from the corner to the last that an edge crosses.</summary>
    public (int Width, int Height) Size => (_crossed.Right + 1, _crossed.Bottom + 1);

    /// <summary>Begins a contour; the one before is closed.</summary>
    public void MoveTo((float X, float Y) to)
    {
        Close();
        _start = _at = to;
    }

    /// <summary>A straight edge.</summary>
    public void LineTo((float X, float Y) to)
    {
        Edge(_at, to);
        _at = to;
    }

    /// <summary>A cubic curve.</summary>
    public void CurveTo((float X, float Y) first, (float X, float Y) second, (float X, float Y) to)
    {
        var from = _at;
        for (var i = 1; i <= Chords; i++)
        {
            var t = (float)i / Chords;
            var u = 1 - t;
            var (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
            LineTo(((a * from.X) + (b * first.X) + (c * second.X) + (d * to.X), (a * from.Y) + (b * first.Y) + (c * second.Y) + (d * to.Y)));
        }
    }

    /// <summary>Closes the contour.</summary>
    public void Close() => LineTo(_start);

    /// <summary>Hands each pixel's coverage, 0 to 1, row by row, to <paramref name="paint"/>, and is empty again.</summary>
    public void Take(Action<int, int, float> paint)
    {
        for (var y = _crossed.Top; y <= _crossed.Bottom; y++)
        {
            var sum = 0f;
            var row = _areas.AsSpan((y * width) + _crossed.Left, _crossed.Right - _crossed.Left + 1);
            for (var x = 0; x < row.Length; x++)
            {
                sum += row[x];
                if (Math.Abs(sum) > 1f / 32)
                    paint(_crossed.Left + x, y, Math.Min(Math.Abs(sum), 1));
            }
            row.Clear();
        }
        _start = _at = default;
        _crossed = (width, height, -1, -1);
    }

    private void Edge((float X, float Y) from, (float X, float Y) to)
    {
        if (from.Y == to.Y)
            return;
        var direction = from.Y < to.Y ? 1f : -1f;
        var (top, bottom) = direction > 0 ? (from, to) : (to, from);
        var slope = (bottom.X - top.X) / (bottom.Y - top.Y);
        for (var y = Math.Max(0, (int)MathF.Floor(top.Y)); y < Math.Min(height, bottom.Y); y++)
        {
            var (y0, y1) = (Math.Max(y, top.Y), Math.Min(y + 1, bottom.Y));
            var x0 = Math.Clamp(top.X + ((y0 - top.Y) * slope), 0, width - 2);
            var x1 = Math.Clamp(top.X + ((y1 - top.Y) * slope), 0, width - 2);
            _crossed = (Math.Min(_crossed.Left, (int)Math.Min(x0, x1)), Math.Min(_crossed.Top, y), Math.Max(_crossed.Right, (int)Math.Max(x0, x1) + 1), Math.Max(_crossed.Bottom, y));
            Row(y * width, Math.Min(x0, x1), Math.Max(x0, x1), (y1 - y0) * direction);
        }
    }

    /// <summary>Shares an edge's height within a row among the pixels it crosses there.</summary>
    private void Row(int row, float left, float right, float height)
    {
        var first = (int)left;
        if (right <= first + 1)
        {
            var beyond = ((left + right) / 2) - first;
            _areas[row + first] += height * (1 - beyond);
            _areas[row + first + 1] += height * beyond;
            return;
        }
        // The covered area grows as the square of the way into the first pixel, linearly between, and levels off in the last.
        var perPixel = height / (right - left);
        var before = 0f;
        for (var x = first; x <= (int)MathF.Ceiling(right); x++)
        {
            var covered = perPixel * Covered(left, right, x + 1);
            _areas[row + x] += covered - before;
            before = covered;
        }
    }

    /// <summary>Area to the right of a slanted edge within the pixel that ends at <paramref name="end"/>, for an edge one high a pixel across.</summary>
    private static float Covered(float left, float right, int end)
    {
        var (from, to) = (Math.Max(left, end - 1), Math.Min(right, end));
        var crossed = Math.Max(0, to - from);
        var passed = Math.Max(0, Math.Min(right, end - 1) - left);
        return passed + (crossed * (end - ((from + to) / 2)));
    }
}

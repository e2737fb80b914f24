namespace ReportArchive.Charts;

/// <summary>A thing in a network.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Href">Where it links to.</param>
/// <param name="Weight">How strongly it is tied to the centre, at least 1.</param>
public readonly record struct NetworkNode(string Label, string Href, int Weight);

/// <summary>
/// One thing in the middle and what stands with it in a ring. The order in the ring puts next to each other what is tied to
/// each other; there is no chance in it, so the drawing is the same in every build.
/// </summary>
public static class NetworkChart
{
    private const int Width = 640;
    private const int Height = 400;
    private const int RadiusX = 190;
    private const int RadiusY = 150;

    /// <summary>Draws the chart.</summary>
    /// <param name="centre">Name of the thing in the middle.</param>
    /// <param name="nodes">What stands with it.</param>
    /// <param name="edges">Ties among the nodes, by their positions in the list.</param>
    /// <param name="label">What the drawing shows.</param>
    public static string Draw(string centre, IReadOnlyList<NetworkNode> nodes, IReadOnlyList<(int A, int B, int Count)> edges, string label)
    {
        var order = Order(nodes.Count, edges);
        var at = new (int X, int Y, double Angle)[nodes.Count];
        for (var i = 0; i < order.Count; i++)
        {
            var angle = 2 * Math.PI * (i + 0.5) / order.Count - Math.PI / 2;
            at[order[i]] = ((int)Math.Round(Width / 2 + RadiusX * Math.Cos(angle)), (int)Math.Round(Height / 2 + RadiusY * Math.Sin(angle)), angle);
        }
        var svg = new Svg(Width, Height, label);
        foreach (var (a, b, count) in edges)
            svg.Line(at[a].X, at[a].Y, at[b].X, at[b].Y, "tie weak", Thickness(count));
        for (var i = 0; i < nodes.Count; i++)
            svg.Line(Width / 2, Height / 2, at[i].X, at[i].Y, "tie", Thickness(nodes[i].Weight));
        for (var i = 0; i < nodes.Count; i++)
            Node(svg, nodes[i], at[i]);
        Centre(svg, centre);
        return svg.End();
    }

    private static void Node(Svg svg, NetworkNode node, (int X, int Y, double Angle) at)
    {
        var (dx, anchor) = Math.Cos(at.Angle) switch { > 0.25 => (10, "start"), < -0.25 => (-10, "end"), _ => (0, "middle") };
        var dy = dx != 0 ? 5 : at.Y > Height / 2 ? 22 : -12;
        svg.Link(node.Href, $"{node.Label}：同段{node.Weight}次", link => link.Circle(at.X, at.Y, 5, "dot").Text(at.X + dx, at.Y + dy, Short(node.Label), "node", anchor));
    }

    private static void Centre(Svg svg, string label)
    {
        var text = Short(label);
        var width = text.Length * 16 + 24;
        svg.Rect(Width / 2 - width / 2, Height / 2 - 17, width, 34, "centre", 17).Text(Width / 2, Height / 2 + 6, text, "centre-label", "middle");
    }

    private static string Short(string label) => label.Length > 9 ? label[..8] + "…" : label;

    private static int Thickness(int count) => 1 + (int)Math.Min(5, Math.Log2(Math.Max(1, count)));

    /// <summary>A walk that always goes on to the untaken node most tied to the last one, and else to the first untaken.</summary>
    private static List<int> Order(int count, IReadOnlyList<(int A, int B, int Count)> edges)
    {
        var left = Enumerable.Range(0, count).ToList();
        var order = new List<int>(count);
        while (left.Count > 0)
        {
            var last = order.Count > 0 ? order[^1] : -1;
            var next = left
                .OrderByDescending(node => edges.Where(edge => (edge.A == last && edge.B == node) || (edge.B == last && edge.A == node)).Sum(static edge => edge.Count))
                .ThenBy(static node => node)
                .First();
            order.Add(next);
            left.Remove(next);
        }
        return order;
    }
}

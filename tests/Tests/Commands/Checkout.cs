using System.Diagnostics;
using Trellis.Tests.Support;

namespace Trellis.Tests.Commands;

/// <summary>A checkout with the real ./trellis and next to nothing else: beside it an SDK that only writes down what it is asked for.</summary>
internal sealed class Checkout
{
    private const string Sdk =
        """
        #!/usr/bin/env bash
        set -eu
        was() { echo "$1" >>"$TRELLIS_ROOT/asked"; }
        case $* in
          build-server*) ;;
          restore*Ahead.proj*) ! [ -f "$TRELLIS_ROOT/offline" ] || { was offline; exit 1; } ;;
          build*App.csproj*)
            was build
            ! grep -q wrong "$TRELLIS_ROOT/src/App/Program.cs" || { echo "Program.cs(1,1): error"; exit 1; }
            mkdir -p "$TRELLIS_ROOT/src/App/bin/Release/net10.0"
            cp "$TRELLIS_ROOT/src/App/Program.cs" "$TRELLIS_ROOT/src/App/bin/Release/net10.0/trellis.dll"
            ;;
          build*Ahead.proj*)
            was ahead
            ! [ -f "$TRELLIS_ROOT/off" ] || { rm "$TRELLIS_ROOT/off"; kill -9 $PPID; exit 1; }
            while [ -f "$TRELLIS_ROOT/slow" ]; do /bin/sleep 0.02; done
            from=$(printf '%s\n' "$@" | sed -n 's/^-p:From=//p')
            mkdir -p "$TRELLIS_ROOT/src/Ahead/bin"
            cp "$from/trellis.dll" "$TRELLIS_ROOT/src/Ahead/bin/trellis.dll"
            ;;
          *trellis.dll*) echo "${1#"$TRELLIS_ROOT/src/"} says $(cat "$1") to ${*:2}" ;;
          *) echo "Nobody asks for: $*" >&2; exit 9 ;;
        esac
        """;

    private readonly string root = Scratch.Folder("checkout");

    public Checkout()
    {
        File.Copy(Path.Combine(Repository.Root, "trellis"), Path.Combine(root, "trellis"));
        foreach (var name in new[] { "global.json", "Directory.Build.props", "src/Ahead/Ahead.proj" })
        {
            Put(name, "");
        }

        Put("sdk/dotnet", Sdk);
        Put("sdk/sleep", "#!/bin/sh");
        Process.Start("chmod", ["+x", Path.Combine(root, "sdk/dotnet"), Path.Combine(root, "sdk/sleep")]).WaitForExit();
        Source("one");
    }

    /// <summary>What the SDK was asked for, in order.</summary>
    public string[] Asked => File.Exists(Path.Combine(root, "asked")) ? File.ReadAllLines(Path.Combine(root, "asked")) : [];

    /// <summary>Changes the program; what it is built into repeats its text.</summary>
    public void Source(string text) => Put("src/App/Program.cs", text);

    public void Put(string name, string text)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Remove(string name) => File.Delete(Path.Combine(root, name));

    public bool Has(string name) => File.Exists(Path.Combine(root, name));

    /// <summary>Types ./trellis WORDS, and reads until nobody writes any more.</summary>
    public async Task<Typed> Type(string compile, params string[] words)
    {
        var start = new ProcessStartInfo(Path.Combine(root, "trellis"), words) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Path.Combine(root, "sdk")}:{start.Environment["PATH"]}";
        start.Environment["TRELLIS_COMPILE_AHEAD"] = compile;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return new(process.ExitCode, (await said).Trim(), (await complained).Trim());
    }
}

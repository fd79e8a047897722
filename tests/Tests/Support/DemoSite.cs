[assembly: AssemblyFixture(typeof(Trellis.Tests.Support.DemoSite))]

namespace Trellis.Tests.Support;

/// <summary>
/// The whole product with the whole demo place in it. One for all test classes that only read: ask for it in the constructor.
/// A class that changes something takes a copy of its own with IClassFixture&lt;DemoSite&gt;.
/// </summary>
public sealed class DemoSite() : Site(DemoPlace.Create);

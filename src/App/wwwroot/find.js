// Results as you type: asks for the results' part of the page and puts it in place. Without this script the button does the same.
const form = document.getElementById("find"), box = document.getElementById("q"), results = document.getElementById("results");
let waiting, asking;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const address = "/groups?" + query;
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(address + "&part=results&typing=1", { signal: asking.signal });
      if (answer.ok) {
        results.innerHTML = await answer.text();
        history.replaceState(null, "", address);
      }
    } catch { /* superseded by the next letter, or offline: what stands there stays */ }
  }, 180);
});

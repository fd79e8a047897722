// Keeps each tap and each letter of an answer at once. Without this script the button does the same, once a page.
const form = document.getElementById("answer"), kept = document.getElementById("kept");
let isSending = false;

function say(text) {
  if (kept.textContent !== text) kept.textContent = text; // said once, not at every letter
}

async function save() {
  form.dataset.unsent = "";
  if (isSending) return; // what is typed meanwhile goes with the next one
  isSending = true;
  while ("unsent" in form.dataset) {
    delete form.dataset.unsent;
    form.dataset.sending = "";
    try {
      const answer = await fetch(form.action + "&handler=Save", { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true });
      if (answer.status < 500) say(await answer.text());
      else throw new Error("not kept");
    } catch {
      form.dataset.unsent = ""; // no network: try again until it is there
      say(form.dataset.waiting);
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
  delete form.dataset.sending;
  isSending = false;
}

form.addEventListener("input", save);

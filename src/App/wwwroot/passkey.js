// Asks the browser for a passkey: by the form's button, and in the field for the address where the browser can. Without this script the form stays hidden.
(async () => {
  const form = document.getElementById("passkey"), making = form.dataset.kind === "create", notice = form.querySelector("[role=alert]");
  const renewEvery = 240000; // a question is good for five minutes
  let running;
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;

  const ask = async mediation => {
    running?.abort();
    const { signal } = running = new AbortController();
    const answer = await fetch(form.dataset.begin, { method: "POST", body: new FormData(form), signal });
    if (answer.redirected) return location.reload(); // asked once more who it is
    if (!answer.ok) throw new Error(answer.status);
    const { challenge, options } = await answer.json();
    const credential = making
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), mediation, signal });
    form.elements.Challenge.value = challenge;
    form.elements.Credential.value = JSON.stringify(credential);
    form.submit();
  };
  const offer = () => {
    if (!document.hidden) ask("conditional").catch(() => {});
  };

  const canOffer = form.dataset.autofill === "yes" && await PublicKeyCredential.isConditionalMediationAvailable?.().catch(() => false);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    notice.hidden = true;
    try {
      await ask();
    } catch (trouble) {
      if (trouble.name === "AbortError") return;
      notice.textContent = trouble.name === "InvalidStateError" ? form.dataset.known : form.dataset.none;
      notice.hidden = false;
      if (canOffer) offer();
    }
  });
  form.hidden = false; // only now: pressed before, the button would send the form without a passkey
  if (canOffer) {
    offer();
    setInterval(offer, renewEvery);
  }
})();

// A timer for whoever logs help while they help. It survives a closed page; without this script minutes are typed.
const form = document.getElementById("log");
if (form) {
  const minutes = document.getElementById("Form-Minutes"), began = document.getElementById("Form-Began"), key = "trellis-timer";
  const button = document.createElement("button"), said = document.createElement("span");
  button.type = "button";
  button.className = "quiet";
  said.setAttribute("role", "status");
  minutes.parentElement.append(button, " ", said);
  const started = () => Number(localStorage.getItem(key));
  const passed = () => Math.max(1, Math.round((Date.now() - started()) / 60000));
  const show = () => {
    button.textContent = form.dataset[started() ? "stop" : "start"];
    said.textContent = started() ? form.dataset.running.replace("{0}", passed()) : "";
  };
  button.addEventListener("click", () => {
    if (started()) {
      const from = new Date(started());
      minutes.value = Math.min(1440, passed());
      began.value = String(from.getHours()).padStart(2, "0") + ":" + String(from.getMinutes()).padStart(2, "0");
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, Date.now());
    }
    show();
  });
  setInterval(show, 20000);
  show();
  if (!document.querySelector("[role=alert]")) {
    minutes.focus(); // whoever comes here comes to type
  }
}

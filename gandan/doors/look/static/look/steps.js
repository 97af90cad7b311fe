/* One question a page: <form data-steps> shows its <section class="step"> one at a time, with the phone's own back button.
   Without this script the same form is one long page; the server draws the review either way. */
(function () {
  "use strict";
  const english = document.documentElement.lang === "en";
  document.querySelectorAll("form[data-steps]").forEach(function (form) {
    const steps = Array.from(form.querySelectorAll(".step"));
    const bar = form.querySelector(".steps-bar");
    const last = form.querySelector("[data-last]");
    const next = form.querySelector("[data-next]");
    const back = form.querySelector("[data-back]");
    if (steps.length < 2) return;
    form.classList.add("stepped");
    form.noValidate = true;
    let here = 0;

    function show(index, move) {
      here = Math.max(0, Math.min(steps.length - 1, index));
      steps.forEach((step, i) => { step.hidden = i !== here; });
      bar.hidden = false;
      bar.querySelector("span").textContent = (english ? "Question " : "Câu ") + (here + 1) + "/" + steps.length;
      bar.querySelector("progress").value = here + 1;
      next.hidden = here === steps.length - 1;
      last.hidden = !next.hidden;
      back.hidden = here === 0;
      if (!move) return;
      const control = steps[here].querySelector("h1, h2, input:not([type=hidden]), textarea, select");
      window.scrollTo(0, 0);
      if (control) control.focus({ preventScroll: true });
    }
    function fits() { /* the browser's own checks, one question at a time */
      const wrong = Array.from(steps[here].querySelectorAll("input, textarea, select")).find((one) => !one.checkValidity());
      if (wrong) wrong.reportValidity();
      return !wrong;
    }
    const fromAddress = () => steps.findIndex((step) => "#" + step.id === location.hash);
    next.addEventListener("click", () => { if (fits()) location.hash = steps[here + 1].id; });
    back.addEventListener("click", () => history.back());
    form.addEventListener("submit", function (event) {
      const wrong = steps.findIndex((step) => Array.from(step.querySelectorAll("input, textarea, select")).some((one) => !one.checkValidity()));
      if (event.submitter === last && wrong >= 0) {
        event.preventDefault();
        event.stopImmediatePropagation();
        show(wrong, true);
        fits();
      }
    });
    form.addEventListener("keydown", function (event) { /* Enter in a one-line answer goes on, it does not send half a form */
      if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.target.type === "file" || next.hidden) return;
      event.preventDefault();
      next.click();
    });
    window.addEventListener("hashchange", () => show(Math.max(0, fromAddress()), true));
    document.querySelectorAll("#errors a").forEach((link) => link.addEventListener("click", function (event) {
      const target = document.getElementById(link.hash.slice(1));
      const index = steps.findIndex((step) => step.contains(target));
      if (index < 0) return;
      event.preventDefault();
      show(index, false);
      target.focus();
    }));
    const wrong = steps.findIndex((step) => step.querySelector(".wrong"));
    const asked = steps.findIndex((step) => step.id === form.dataset.open);
    show(wrong >= 0 ? wrong : Math.max(0, asked, fromAddress()), false);
  });
})();

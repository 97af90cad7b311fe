/* What people type is kept on this device until it has arrived: a dropped line or a closed page loses nothing.
   <form data-keep="name"> keeps; an element with data-arrived="name" on a later page forgets. Files, passwords and
   hidden fields and fields that say autocomplete="off" are never kept, and nothing is kept longer than three days. */
(function () {
  "use strict";
  document.documentElement.classList.add("js");
  const english = document.documentElement.lang === "en";
  const THREE_DAYS = 3 * 24 * 3600 * 1000;
  const key = (name) => "gandan:" + name;

  function read(name) {
    try {
      const kept = JSON.parse(localStorage.getItem(key(name)));
      return kept && Date.now() - kept.at < THREE_DAYS ? kept.typed : null;
    } catch (error) { return null; }
  }
  function write(name, typed) {
    try { localStorage.setItem(key(name), JSON.stringify({ at: Date.now(), typed: typed })); return true; }
    catch (error) { return false; }
  }
  function forget(name) { try { localStorage.removeItem(key(name)); } catch (error) { /* nothing was kept */ } }

  function controls(form) {
    return Array.from(form.elements).filter((one) =>
      one.name && one.autocomplete !== "off" && !["hidden", "file", "password", "submit", "button", "fieldset"].includes(one.type));
  }
  function typedIn(form) {
    const typed = {};
    controls(form).forEach((one) => {
      if (one.type === "checkbox" || one.type === "radio") { if (one.checked) typed[one.name] = one.value; }
      else if (one.value) typed[one.name] = one.value;
    });
    return typed;
  }
  const keep = (form) => write(form.dataset.keep, typedIn(form));
  function fill(form, typed) {
    let filled = 0;
    controls(form).forEach((one) => {
      const value = typed[one.name];
      if (value === undefined) return;
      if (one.type === "radio") { if (one.value === value && !one.checked) { one.checked = true; filled += 1; } }
      else if (one.type === "checkbox") { if (one.value === value && !one.checked) { one.checked = true; filled += 1; } }
      else if (one.tagName === "SELECT") {
        if (one.value !== value && Array.from(one.options).some((option) => option.value === value)) { one.value = value; filled += 1; }
      } else if (!one.value) { one.value = value; filled += 1; }
    });
    return filled;
  }
  function note(form, vi, en, erase) {
    let place = form.querySelector(".saved");
    if (!place) {
      place = document.createElement("div");
      place.className = "notice warn saved";
      place.setAttribute("role", "status");
      const button = form.querySelector("[type=submit]");
      (button ? button.closest("p, div") || button : form.lastElementChild).before(place);
    }
    place.textContent = english ? en : vi;
    if (erase) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn link small-btn";
      button.textContent = english ? "Erase it" : "Xóa khỏi máy này";
      button.addEventListener("click", function () { forget(form.dataset.keep); form.reset(); place.remove(); });
      place.appendChild(button);
    }
  }

  document.querySelectorAll("[data-arrived]").forEach((one) => forget(one.dataset.arrived));
  document.querySelectorAll("form[data-keep]").forEach(function (form) {
    const name = form.dataset.keep;
    const kept = read(name);
    if (kept && fill(form, kept)) {
      note(form, "Phần bà con đã gõ được lưu trên máy này và vừa được điền lại.",
        "What you typed was saved on this device and has been filled in again.", true);
    }
    let waiting = null;
    form.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(() => keep(form), 400);
    });
    form.addEventListener("submit", function (event) {
      const safe = keep(form);
      if (navigator.onLine === false) {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (safe) note(form, "Mất kết nối mạng. Nội dung đã lưu trên máy này; khi có mạng, xin bấm gửi lại.",
          "You are offline. What you typed is saved on this device; please send again when the line is back.");
      }
    });
    window.addEventListener("offline", () => keep(form) &&
      note(form, "Mất kết nối mạng. Nội dung đã lưu trên máy này.", "You are offline. What you typed is saved on this device."));
    window.addEventListener("online", () => form.querySelector(".saved") &&
      note(form, "Đã có mạng trở lại. Nội dung vẫn còn nguyên.", "The line is back. What you typed is still here."));
  });
  document.addEventListener("input", function (event) { /* one counter for long texts, near the end only */
    const area = event.target;
    if (area.tagName !== "TEXTAREA" || area.maxLength < 1) return;
    const left = area.maxLength - area.value.length;
    let counter = area.nextElementSibling;
    if (!counter || !counter.classList.contains("counter")) {
      if (left > 500) return;
      counter = document.createElement("p");
      counter.className = "counter";
      counter.setAttribute("role", "status");
      area.after(counter);
    }
    counter.textContent = left > 500 ? "" : english ? left + " characters left" : "Còn " + left + " chữ cái";
  });
  const first = document.querySelector("[data-focus]");
  if (first) first.focus();
})();

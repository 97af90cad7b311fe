/* Where I stand, only when asked: <button data-locate> fills the fields named in data-lat and data-lon. */
(function () {
  "use strict";
  const english = document.documentElement.lang === "en";
  const say = (vi, en) => (english ? en : vi);
  document.querySelectorAll("[data-locate]").forEach(function (button) {
    if (!navigator.geolocation) { button.hidden = true; return; }
    const form = button.form;
    const told = document.getElementById(button.dataset.locate);
    button.addEventListener("click", function () {
      told.textContent = say("Đang tìm vị trí…", "Looking for your position…");
      navigator.geolocation.getCurrentPosition(
        function (found) {
          form.elements[button.dataset.lat].value = found.coords.latitude.toFixed(6);
          form.elements[button.dataset.lon].value = found.coords.longitude.toFixed(6);
          told.textContent = say("Đã ghi vị trí, sai số khoảng ", "Position noted, within about ") + Math.round(found.coords.accuracy) + " m.";
        },
        function () {
          told.textContent = say("Máy không cho biết vị trí. Xin ghi chỗ bằng chữ ở ô trên.",
            "This device does not tell its position. Please describe the place in words above.");
        },
        { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
    });
  });
})();

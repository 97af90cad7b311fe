/* Photos are made smaller before they are sent: a phone's 5 MB becomes about 400 kB on a weak line. If anything fails,
   the photo goes as it is. */
(function () {
  "use strict";
  const LONG_SIDE = 1920;
  const english = document.documentElement.lang === "en";

  async function smaller(file) {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 600 * 1024) return file;
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  }
  function told(input, files) {
    let list = input.nextElementSibling;
    if (!list || !list.classList.contains("files")) {
      list = document.createElement("ul");
      list.className = "files";
      list.setAttribute("aria-live", "polite");
      input.after(list);
    }
    list.replaceChildren(...files.map(function (file) {
      const line = document.createElement("li");
      line.textContent = file.name + " · " + (file.size / 1048576).toFixed(1).replace(".", english ? "." : ",") + " MB";
      return line;
    }));
  }
  document.querySelectorAll("input[type=file][data-photos]").forEach(function (input) {
    input.addEventListener("change", async function () {
      const chosen = Array.from(input.files);
      try {
        const sent = await Promise.all(chosen.map((file) => smaller(file).catch(() => file)));
        const carrier = new DataTransfer();
        sent.forEach((file) => carrier.items.add(file));
        input.files = carrier.files;
        told(input, sent);
      } catch (error) { told(input, chosen); }
    });
  });
})();

/* Pictures that can be looked at closely: a button below each, and Plotly only when it
   is pressed. Without this script the pictures stay as they are. */
(() => {
  "use strict";

  const address = document.currentScript.dataset.plotly;
  const config = {
    displaylogo: false,
    // Nothing is ever sent to Plotly's own server, as it would be by its default.
    showSendToCloud: false,
    plotlyServerURL: "",
    displayModeBar: true,
    responsive: true,
    modeBarButtons: [
      ["toImage"],
      ["zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "resetScale2d"],
    ],
  };
  let loading;

  const plotly = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => {
        loading = undefined;
        reject(new Error("Plotly cannot be loaded"));
      };
      document.head.append(script);
    });
    return loading;
  };

  const enhance = (data) => {
    const figure = data.closest("figure");
    const picture = figure.querySelector("svg.report-chart");
    const button = document.createElement("button");
    const place = document.createElement("div");
    button.type = "button";
    button.className = "report-closer";
    place.className = "report-plot";
    place.hidden = true;
    picture.after(place);
    figure.append(button);

    const show = (closer) => {
      place.hidden = !closer;
      picture.classList.toggle("report-chart--away", closer);
      button.textContent = closer ? data.dataset.back : data.dataset.closer;
      button.setAttribute("aria-expanded", String(closer));
    };

    button.addEventListener("click", async () => {
      if (!place.hidden) {
        show(false);
        return;
      }
      try {
        const found = await plotly();
        const drawn = JSON.parse(data.textContent);
        show(true);
        await found.newPlot(place, drawn.data, drawn.layout, {
          ...config,
          toImageButtonOptions: { format: "png", filename: "picture", scale: 2 },
        });
      } catch {
        // The plain picture says the same.
        show(false);
      }
    });
    show(false);
  };

  document.querySelectorAll("script.report-data").forEach(enhance);
})();

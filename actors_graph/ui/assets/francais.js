// Covers the words of Streamlit that no setting translates. Each rule names the control of
// Streamlit it looks into and the whole texts it replaces there, in place: a cell, a sentence or
// a name written by somebody is never looked at. Loaded before Streamlit's own script.
(() => {
  "use strict";

  // Streamlit would otherwise look for its server under each page's own address first.
  const root = new URL("..", document.currentScript.src);
  window.__streamlit = { BACKEND_BASE_URL: root.href };

  const CHROME = new Map([
    ["Add files", "Ajouter des fichiers"],
    ["App Logo", "Logo"],
    ["App pages", "Pages"],
    ["Clear all", "Tout retirer"],
    ["Clear entry", "Effacer"],
    ["Clear value", "Effacer"],
    ["Close", "Fermer"],
    ["Collapse sidebar", "Fermer le menu"],
    ["Decrement", "Diminuer"],
    ["Expand sidebar", "Ouvrir le menu"],
    ["Header Logo", "Logo"],
    ["Increment", "Augmenter"],
    ["Link to heading", "Lien vers ce titre"],
    ["Main menu", "Menu de l’application"],
    ["Multiselect options", "Choix possibles"],
    ["Navigate to home page", "Retour à l’accueil"],
    ["Next page", "Page suivante"],
    ["No results", "Aucun résultat"],
    ["Notifications", "Messages"],
    ["Open", "Ouvrir la liste"],
    ["Pagination", "Pages de la liste"],
    ["Previous page", "Page précédente"],
    ["Running...", "En cours…"],
    ["Scrollable table", "Tableau"],
    ["Select all", "Tout choisir"],
    ["Selected values", "Choix retenus"],
    ["Selectbox options", "Choix possibles"],
    ["Sidebar", "Menu"],
    ["Sidebar Logo", "Logo"],
    ["Skip to main content", "Aller au contenu"],
    ["Stop", "Arrêter"],
    ["Theme", "Apparence"],
    ["file upload", "Fichiers à charger"],
  ]);
  const UPLOAD = new Map([
    ["Upload", "Choisir des fichiers"],
    ["Drag and drop file here", "Ou déposez un fichier ici"],
    ["Drag and drop a file here", "Ou déposez un fichier ici"],
    ["Drag and drop files here", "Ou déposez les fichiers ici"],
    ["Browse files", "Choisir des fichiers"],
    ["Uploading...", "Envoi en cours…"],
  ]);
  const MENU = new Map([
    ["Print", "Imprimer"],
    ["Settings", "Apparence"],
    ["Light", "Clair"],
    ["Dark", "Sombre"],
    ["System", "Comme l’ordinateur"],
    ["Use system setting", "Comme l’ordinateur"],
    ["Wide mode", "Pleine largeur"],
    ["Appearance", "Apparence"],
    ["Clear cache", "Vider la mémoire"],
    ["Rerun", "Actualiser"],
    ["About", "À propos"],
    ["Record a screencast", "Enregistrer l’écran"],
    ["Record screen", "Enregistrer l’écran"],
  ]);
  const CONNECTION = new Map([
    ["Connection error", "Le programme ne répond plus"],
    ["Connection closed", "Le programme ne répond plus"],
    ["CONNECTING", "CONNEXION"],
    ["Connecting", "Connexion"],
    ["Please wait...", "Un instant…"],
    ["Page not found", "Page introuvable"],
    ["View more", "Voir plus"],
    ["View less", "Voir moins"],
    ["Try again", "Réessayer"],
  ]);
  const SENTENCES = [
    [/^Press Enter to apply$/, "Entrée pour valider"],
    [/^Press Enter to submit form$/, "Entrée pour valider"],
    [/^Press Enter to clear$/, "Entrée pour effacer"],
    [/^(\d+)MB per file/, "$1\u00a0Mo au plus par fichier"],
    [/^([\d.]+)([KMG]?)B$/, (_, size, unit) => `${size.replace(/\.0$/, "").replace(".", ",")}\u00a0${unit}o`],
    [/^Error: (.*) files are not allowed\.?$/, "Ce type de fichier ($1) n’est pas lu ici."],
    [/^Error: .*exceed.*$/, "Ce fichier est trop lourd."],
    [/^Limit (\d+)MB per file.*$/, "$1\u00a0Mo au plus par fichier"],
    [/^File must be (\d+)(?:\.0)?MB or smaller\.?$/, "Ce fichier dépasse $1\u00a0Mo."],
    [/^Remove (.+)$/, "Retirer $1"],
    [/^Help for (.+)$/, "Aide : $1"],
    [/^Choose an option$/, "Choisir"],
    [/^Choose options$/, "Choisir"],
    [/^(\d+) more$/, "$1 de plus"],
    [/^Is Streamlit still running\?.*$/,
      "Il a été arrêté, ou la connexion est coupée. Relancez-le, puis rechargez cette page."],
    [/^Connection failed with status \d+.*$/,
      "Il a été arrêté, ou la connexion est coupée. Relancez-le, puis rechargez cette page."],
    [/^The page that you have requested does not seem to exist.*$/,
      "Cette adresse ne mène à aucune page. L’accueil est affiché."],
  ];
  const TEXT_RULES = [
    ['[data-testid="stFileUploaderDropzone"], [data-testid="stFileUploaderDropzoneInstructions"]',
      UPLOAD],
    ['[data-testid="stFileChip"], [data-testid="InputInstructions"]', UPLOAD],
    ['[data-testid="stHeader"], [data-testid="stStatusWidget"], [data-testid="stSkipToContent"]', CHROME],
    ['[data-testid="stMainMenuPopover"], [data-testid="stMainMenuList"]', MENU],
    ['[data-testid="stSidebarNav"], [data-testid="stConnectionStatus"]', CONNECTION],
    ['[data-testid="stDialog"]:not([data-actors])', CONNECTION],
    ['[data-testid="stSelectboxVirtualDropdownEmpty"], [data-testid="stMultiSelectEmpty"]', CHROME],
  ];
  // A button of ours may bear somebody's name as its label: those are left alone.
  const OURS = '[data-testid="stButton"], [data-testid="stTable"] td, [data-testid="stTable"] th';
  // Streamlit reads out the name of an icon beside the word that it illustrates.
  const ICON = /^[a-z0-9_]+ icon$/;
  const NAMES = '[data-testid="stFileChipName"]';
  const ATTRIBUTES = ["aria-label", "title", "alt"];

  const french = (text, words) => {
    const trimmed = text.trim();
    const known = words.get(trimmed) ?? CHROME.get(trimmed);
    if (known !== undefined) return text.replace(trimmed, known);
    for (const [pattern, sentence] of SENTENCES) {
      if (pattern.test(trimmed)) return text.replace(trimmed, trimmed.replace(pattern, sentence));
    }
    return text;
  };

  const coverText = (place, words) => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(NAMES)) continue;
      const covered = french(node.nodeValue, words);
      if (covered !== node.nodeValue) node.nodeValue = covered;
    }
  };

  const coverAttributes = () => {
    for (const element of document.querySelectorAll("[aria-label], [title], img[alt]")) {
      if (element.closest(OURS)) continue;
      for (const name of ATTRIBUTES) {
        const value = element.getAttribute(name);
        if (value === null) continue;
        if (ICON.test(value)) element.setAttribute("aria-hidden", "true");
        const covered = french(value, CHROME);
        if (covered !== value) element.setAttribute(name, covered);
      }
    }
  };

  // A control is named by its label before Markdown has read it: the marks that protect the label
  // (ui/escape.py) would be read aloud. Once for each text: a name may hold such a mark itself.
  const CONTROLS = "input[aria-label], textarea[aria-label], [role=combobox][aria-label]";
  const PROTECTED = /\\([!-/:-@[-`{-~])/g;
  const named = new WeakMap();
  const nameControls = () => {
    for (const control of document.querySelectorAll(CONTROLS)) {
      const written = control.getAttribute("aria-label");
      if (named.get(control) === written) continue;
      const name = written.replace(PROTECTED, "$1");
      named.set(control, name);
      if (name !== written) control.setAttribute("aria-label", name);
    }
  };

  // Before the next picture: no English word is ever seen, not even for a moment. What is changed
  // here comes back once more as a change, and finds nothing left to cover.
  const cover = () => {
    for (const [selector, words] of TEXT_RULES) {
      for (const place of document.querySelectorAll(selector)) coverText(place, words);
    }
    coverAttributes();
    nameControls();
  };

  new MutationObserver(cover).observe(document, {
    attributes: true,
    attributeFilter: ATTRIBUTES,
    characterData: true,
    childList: true,
    subtree: true,
  });
})();

// The browser's Back: one entry of its history stands before the present one for each way back within the page. Phones
// have no other key for it, and an installed app would be closed by it.

addToLibrary({
  $WaysBack: {
    wanted: 0,        // as the program keeps them
    count: 0,         // entries before the present one
    isMoving: false,  // of itself; the history does that later

    countOf: (state) => state?.waysBack ?? 0,

    /// Loaded anew, the page begins at its list, whichever of its entries it stands on.
    start() {
      WaysBack.count = WaysBack.countOf(history.state);
      addEventListener('popstate', WaysBack.moved);
      WaysBack.reach();
    },

    keep(count) {
      WaysBack.wanted = count;
      if (!WaysBack.isMoving) WaysBack.reach();
    },

    reach() {
      WaysBack.isMoving = WaysBack.wanted < WaysBack.count;
      if (WaysBack.isMoving) history.go(WaysBack.wanted - WaysBack.count);
      while (WaysBack.count < WaysBack.wanted) history.pushState({ waysBack: ++WaysBack.count }, '');
    },

    moved({ state }) {
      WaysBack.count = WaysBack.countOf(state);
      if (WaysBack.isMoving) return WaysBack.reach();
      if (WaysBack.count === WaysBack.wanted) return;
      WaysBack.wanted = WaysBack.count;
      _postwatch_page_went_back(WaysBack.count);
    },
  },

  ways_back_start__deps: ['$WaysBack'],
  ways_back_start: () => WaysBack.start(),

  ways_back_keep__deps: ['$WaysBack'],
  ways_back_keep: (count) => WaysBack.keep(count),
});

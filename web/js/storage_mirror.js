// The numbers of the followed items in localStorage, and nothing else of them: what is left when a browser wipes the
// database.
addToLibrary({
  $StorageMirror: {
    read() {
      try {
        return (localStorage.getItem('postwatch.numbers') ?? '').match(/\b[A-Z0-9]{13}\b/g) ?? [];
      } catch {
        return []; // forbidden: there is no mirror then
      }
    },
    write(numbers) {
      try {
        localStorage.setItem('postwatch.numbers', numbers.join());
      } catch {} // full or forbidden: the database is what counts
    },
  },
});

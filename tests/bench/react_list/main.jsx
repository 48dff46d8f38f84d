// What a small list in React does at its start: read what is kept, show it below a field that adds to it.
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import './list.css';

const KEY = 'bench.list';

function List() {
  const [numbers, setNumbers] = useState(() => JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  const [typed, setTyped] = useState('');
  const keep = (changed) => {
    setNumbers(changed);
    localStorage.setItem(KEY, JSON.stringify(changed));
  };
  const add = (event) => {
    event.preventDefault();
    if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(typed) || numbers.includes(typed)) return;
    keep([...numbers, typed]);
    setTyped('');
  };
  return (
    <main>
      <h1>List</h1>
      <form onSubmit={add}>
        <label>Number <input value={typed} onChange={(event) => setTyped(event.target.value.toUpperCase())} /></label>
        <button>Add</button>
      </form>
      <ul>
        {numbers.map((number) => (
          <li key={number}>{number} <button onClick={() => keep(numbers.filter((other) => other !== number))}>Remove</button></li>
        ))}
      </ul>
    </main>
  );
}

createRoot(document.getElementById('root')).render(<List />);

// The page's policy lets nothing but a named maker of addresses register a worker.
const policy = window.trustedTypes?.createPolicy('postwatch', { createScriptURL: (address) => address });
const worker = new URL('sw.js', document.baseURI).href;
navigator.serviceWorker?.register(policy ? policy.createScriptURL(worker) : worker);

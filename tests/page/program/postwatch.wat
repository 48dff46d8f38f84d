;; The smallest program the page can start: it counts its calls in memory, and fails on demand.
;; postwatch.wasm beside it is made of this by wat2wasm (Debian: wabt).
(module
  (import "env" "tell" (func $tell (param i32)))
  (import "env" "call_back" (func $call_back))
  (table (export "table") 2 funcref)
  (memory (export "memory") 1)
  (func $count (export "count") (result i32)
    (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
    (call $tell (i32.load (i32.const 0)))
    (i32.load (i32.const 0)))
  (func $trap (export "trap") (unreachable))
  (func $sink (export "sink") (result i32) (i32.add (call $sink) (i32.const 1)))
  ;; Writes 1 to byte 4 after whatever call_back did.
  (func (export "write_after") (call $call_back) (i32.store (i32.const 4) (i32.const 1)))
  (elem (i32.const 0) $count $trap))

package io.github.cffi4j.it.languages

import io.github.cffi4j.{BytePointer, Pointer}
import io.github.cffi4j.dynamic.Library

trait ScalaC:
  def abs(n: Int): Int
  def hypot(x: Double, y: Double): Double
  def strlen(s: String): Long
  def strchr(s: BytePointer, c: Int): BytePointer
  def srand(seed: Long): Unit
  def qsort(base: Pointer, n: Long, size: Long, order: ScalaOrder): Unit
  def labs(n: Amount): Long
  def distance(from: Int, to: Int): Int = abs(from - to)

trait ScalaOrder:
  def compare(a: Pointer, b: Pointer): Int

/** A value class: to the JVM it is its value. */
class Amount(val value: Long) extends AnyVal

trait Varargs:
  def snprintf(s: BytePointer, n: Long, format: String, more: Any*): Int

object ScalaC:
  def of(library: Library): ScalaC = library.as(classOf[ScalaC])
  def amount(c: ScalaC, value: Long): Long = c.labs(Amount(value))
  def sort(c: ScalaC, base: Pointer, n: Long, compare: (Pointer, Pointer) => Int): Unit =
    c.qsort(base, n, 4, (a, b) => compare(a, b))
